package io.vtkhdf.cli.view;

import io.vtkhdf.cli.slice.ImageSlice;
import io.vtkhdf.cli.slice.SliceValues;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import java.nio.ByteBuffer;

/** One plane of an array, held in memory; other regions of it cannot be read. */
record KeptPlane(Dimensions dimensions, ImageSlice slice) implements SliceValues {

    @Override
    public ArraySpec spec() {
        return slice.spec();
    }

    @Override
    public int rowsTogether(Axis axis) {
        return 1;
    }

    @Override
    public void read(Region region, ByteBuffer target) {
        int rowBytes = slice.width() * spec().tupleSize();
        int first = slice.slow() == Axis.Z ? region.z() : region.y();
        int rows = slice.slow() == Axis.Z ? region.size().z() : region.size().y();
        target.put(slice.bytes().slice(first * rowBytes, rows * rowBytes));
    }

    /** The values of a tuple, each as exactly as it is stored. */
    TupleText tuple(int fast, int slow) {
        int size = spec().tupleSize();
        return TupleText.of(spec(), slice.bytes().slice((slow * slice.width() + fast) * size, size));
    }

    @Override
    public void close() {}
}
