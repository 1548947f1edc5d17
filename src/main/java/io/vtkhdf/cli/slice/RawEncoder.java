package io.vtkhdf.cli.slice;

import java.io.IOException;
import java.io.OutputStream;

/** The bare values, little-endian, the fast axis fastest. */
public final class RawEncoder implements SliceEncoder {

    @Override
    public void encode(ImageSlice slice, OutputStream out) throws IOException {
        out.write(
                slice.bytes().array(),
                slice.bytes().arrayOffset(),
                slice.bytes().remaining());
    }
}
