package io.vtkhdf.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a slice in some format. */
interface SliceEncoder {
    void encode(ImageSlice slice, OutputStream out) throws IOException;
}
