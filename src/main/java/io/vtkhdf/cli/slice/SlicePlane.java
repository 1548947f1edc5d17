package io.vtkhdf.cli.slice;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where a slice lies in an array: across {@code axis} at {@code index}, counted from 0. Of the two axes left, the one
 * that comes first (x before y before z) is the fast one.
 */
public record SlicePlane(SliceValues array, Axis axis, int index) {

    ArraySpec spec() {
        return array.spec();
    }

    Axis fast() {
        return axis == Axis.X ? Axis.Y : Axis.X;
    }

    Axis slow() {
        return axis == Axis.Z ? Axis.Y : Axis.Z;
    }

    /** The tuples along the fast axis. */
    int width() {
        return array.dimensions().along(fast());
    }

    /** The tuples along the slow axis. */
    int height() {
        return array.dimensions().along(slow());
    }

    /** The bytes of one row along the fast axis. */
    long rowBytes() {
        return Math.multiplyExact((long) width(), (long) spec().tupleSize());
    }

    /** How many rows are best read together; 1 if it is all one. */
    int rowsTogether() throws IOException {
        return array.rowsTogether(slow());
    }

    /**
     * Reads neighbouring rows, none of which has been read before, nor a later one; the fast axis fastest. Advances the
     * buffer's position by their size.
     */
    void readRows(int first, int rows, ByteBuffer target) throws IOException {
        array.read(region(first, rows), target);
    }

    private Region region(int first, int rows) {
        Dimensions all = array.dimensions();
        return switch (axis) {
            case X -> new Region(index, 0, first, new Dimensions(1, all.y(), rows));
            case Y -> new Region(0, index, first, new Dimensions(all.x(), 1, rows));
            case Z -> new Region(0, first, index, new Dimensions(all.x(), rows, 1));
        };
    }
}
