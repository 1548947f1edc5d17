package io.vtkhdf.plane;

import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An array of whatever format, of which one z slice is held. */
final class StreamedValues implements ArrayValues {

    private final ArraySpec spec;
    private final Dimensions dimensions;
    private final int thickness;
    private final ByteBuffer slice;
    private final ImageSource image;
    private SlabReader reader;
    /** How many slices have been passed; the last of them is held, unless it was skipped. */
    private int passed;

    /** @throws UnsupportedOperationException if a z slice takes 2^31 bytes or more */
    StreamedValues(ImageSource image, ArraySpec spec) throws IOException {
        this.image = image;
        this.spec = spec;
        this.dimensions = image.geometry().dimensions(spec.association());
        this.thickness = image.slabThickness(spec);
        this.slice = ByteBuffer.allocateDirect(SlabLoop.sliceBytes(image, spec)).order(ByteOrder.LITTLE_ENDIAN);
        this.reader = image.open(spec);
    }

    @Override
    public ArraySpec spec() {
        return spec;
    }

    @Override
    public Dimensions dimensions() {
        return dimensions;
    }

    @Override
    public int rowsTogether(Axis axis) {
        return axis == Axis.Z ? thickness : 1;
    }

    @Override
    public void read(Region region, ByteBuffer target) throws IOException {
        for (int k = region.z(); k < region.z() + region.size().z(); k++) {
            moveTo(k);
            copy(region, target);
        }
    }

    private void moveTo(int wanted) throws IOException {
        if (wanted < passed - 1) {
            reader.close();
            reader = image.open(spec);
            passed = 0;
        }
        for (; passed < wanted; passed++) {
            reader.skip(1, slice.clear());
        }
        if (passed == wanted) {
            reader.read(1, slice.clear());
            passed++;
        }
    }

    private void copy(Region region, ByteBuffer target) {
        int bytes = region.size().x() * spec.tupleSize();
        for (int j = region.y(); j < region.y() + region.size().y(); j++) {
            int at = (j * dimensions.x() + region.x()) * spec.tupleSize();
            target.put(target.position(), slice, at, bytes).position(target.position() + bytes);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
