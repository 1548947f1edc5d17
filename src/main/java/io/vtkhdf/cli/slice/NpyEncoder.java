package io.vtkhdf.cli.slice;

import io.vtkhdf.copy.NpyHeader;
import java.io.IOException;
import java.io.OutputStream;

/** NumPy's format. The shape is (slow, fast), or (slow, fast, components). */
public final class NpyEncoder implements SliceEncoder {

    @Override
    public void encode(ImageSlice slice, OutputStream out) throws IOException {
        out.write(header(slice));
        new RawEncoder().encode(slice, out);
    }

    private static byte[] header(ImageSlice slice) {
        int components = slice.spec().components();
        return components > 1
                ? NpyHeader.of(slice.spec().type(), slice.height(), slice.width(), components)
                : NpyHeader.of(slice.spec().type(), slice.height(), slice.width());
    }
}
