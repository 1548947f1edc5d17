package io.vtkhdf.plane;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Values of an array in the two axes that are left when it is cut across one, or looked along one. Of the two, the one
 * that comes first (x before y before z) is the fast one: a row is a run along it. Rows are read as often as wanted, in
 * memory of their own size. Not thread-safe.
 */
public interface Plane {

    /** The axis that is not in the plane. */
    Axis axis();

    /** Of the values in the plane. */
    ArraySpec spec();

    /** The tuples along the fast axis. */
    int width();

    /** The tuples along the slow axis. */
    int height();

    /** The bytes of memory that reading a row takes, with the row's own. */
    default long rowCost() {
        return rowBytes();
    }

    /** How many rows are best read together; 1 if it is all one. */
    int rowsTogether() throws IOException;

    /**
     * Reads neighbouring rows, the fast axis fastest, in little-endian order, and advances the buffer's position by
     * their size. Formats other than VTKHDF are read from their beginning again for rows before those of the last call.
     */
    void readRows(int first, int rows, ByteBuffer target) throws IOException;

    default Axis fast() {
        return axis() == Axis.X ? Axis.Y : Axis.X;
    }

    default Axis slow() {
        return axis() == Axis.Z ? Axis.Y : Axis.Z;
    }

    /** The bytes of one row. */
    default long rowBytes() {
        return Math.multiplyExact((long) width(), (long) spec().tupleSize());
    }
}
