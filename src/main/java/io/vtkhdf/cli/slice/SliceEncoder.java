package io.vtkhdf.cli.slice;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a slice in some format. */
public interface SliceEncoder {
    void encode(ImageSlice slice, OutputStream out) throws IOException;
}
