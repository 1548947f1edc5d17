package io.vtkhdf.cli.view;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.plane.ArrayValues;
import io.vtkhdf.plane.SlicePlane;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One plane of an array, held in memory; other regions of it cannot be read. Thread-safe. */
final class KeptPlane implements ArrayValues {

    private final ArraySpec spec;
    private final Dimensions dimensions;
    private final Axis fast;
    private final Axis slow;
    private final int width;
    /** Little-endian, the fast axis fastest. */
    private final ByteBuffer bytes;

    private KeptPlane(SlicePlane plane, ByteBuffer bytes) {
        this.spec = plane.spec();
        this.dimensions = plane.array().dimensions();
        this.fast = plane.fast();
        this.slow = plane.slow();
        this.width = plane.width();
        this.bytes = bytes;
    }

    /** Reads a plane that is known to be small. */
    static KeptPlane read(SlicePlane plane) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(plane.rowBytes() * plane.height()))
                .order(ByteOrder.LITTLE_ENDIAN);
        plane.readRows(0, plane.height(), bytes);
        return new KeptPlane(plane, bytes.flip());
    }

    int size() {
        return bytes.capacity();
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
        return 1;
    }

    @Override
    public void read(Region region, ByteBuffer target) {
        int rowBytes = width * spec.tupleSize();
        int first = slow == Axis.Z ? region.z() : region.y();
        int rows = slow == Axis.Z ? region.size().z() : region.size().y();
        target.put(bytes.slice(first * rowBytes, rows * rowBytes));
    }

    /** The values at a place in the plane, each as exactly as it is stored. */
    TupleText tuple(int... place) {
        int size = spec.tupleSize();
        int tuple = place[slow.ordinal()] * width + place[fast.ordinal()];
        return TupleText.of(spec, bytes.slice(tuple * size, size));
    }

    @Override
    public void close() {}
}
