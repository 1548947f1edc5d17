package io.vtkhdf.cli.slice;

import io.vtkhdf.plane.Plane;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the values of a plane in some format, in memory that does not grow with it. */
interface SliceEncoder {
    void encode(Plane plane, OutputStream out) throws IOException;
}
