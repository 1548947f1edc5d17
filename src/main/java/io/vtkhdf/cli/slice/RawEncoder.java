package io.vtkhdf.cli.slice;

import io.vtkhdf.plane.Plane;
import io.vtkhdf.plane.PlaneRows;
import java.io.IOException;
import java.io.OutputStream;

/** The bare values, little-endian, the fast axis fastest. */
final class RawEncoder implements SliceEncoder {

    @Override
    public void encode(Plane plane, OutputStream out) throws IOException {
        PlaneRows.copy(plane, out);
    }
}
