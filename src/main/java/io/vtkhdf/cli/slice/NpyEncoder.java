package io.vtkhdf.cli.slice;

import io.vtkhdf.copy.NpyHeader;
import io.vtkhdf.plane.Plane;
import java.io.IOException;
import java.io.OutputStream;

/** NumPy's format. The shape is (slow, fast), or (slow, fast, components). */
final class NpyEncoder implements SliceEncoder {

    @Override
    public void encode(Plane plane, OutputStream out) throws IOException {
        out.write(header(plane));
        new RawEncoder().encode(plane, out);
    }

    private static byte[] header(Plane plane) {
        int components = plane.spec().components();
        return components > 1
                ? NpyHeader.of(plane.spec().type(), plane.height(), plane.width(), components)
                : NpyHeader.of(plane.spec().type(), plane.height(), plane.width());
    }
}
