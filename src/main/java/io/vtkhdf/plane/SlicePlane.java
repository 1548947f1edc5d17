package io.vtkhdf.plane;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A slice of an array: across {@code axis} at {@code index}, counted from 0. */
public record SlicePlane(ArrayValues array, Axis axis, int index) implements Plane {

    @Override
    public ArraySpec spec() {
        return array.spec();
    }

    @Override
    public int width() {
        return array.dimensions().along(fast());
    }

    @Override
    public int height() {
        return array.dimensions().along(slow());
    }

    @Override
    public long rowCost() {
        return Math.multiplyExact((long) width(), (long) array.tupleCost());
    }

    @Override
    public int rowsTogether() throws IOException {
        return array.rowsTogether(slow());
    }

    @Override
    public void readRows(int first, int rows, ByteBuffer target) throws IOException {
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
