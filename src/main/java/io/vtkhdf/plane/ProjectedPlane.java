package io.vtkhdf.plane;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What is seen of an array when one looks along an axis: of all values behind each other the largest, the smallest or
 * their mean. Read in pieces: across z for each group of rows anew, which formats other than VTKHDF begin again for.
 *
 * @param first the first slice that counts
 * @param last the last one
 */
public record ProjectedPlane(ArrayValues array, Axis axis, int first, int last, Projection how) implements Plane {

    @Override
    public ArraySpec spec() {
        return how.of(array.spec());
    }

    @Override
    public int width() {
        return array.dimensions().along(fast());
    }

    @Override
    public int height() {
        return array.dimensions().along(slow());
    }

    /** With a layer of values, and what is known so far. */
    @Override
    public long rowCost() {
        long known = 2L * Double.BYTES * array.spec().components();
        return Math.multiplyExact((long) width(), array.tupleCost() + spec().tupleSize() + known);
    }

    @Override
    public int rowsTogether() throws IOException {
        return array.rowsTogether(slow());
    }

    @Override
    public void readRows(int firstRow, int rows, ByteBuffer target) throws IOException {
        if (axis == Axis.Z) {
            project(firstRow, rows, target);
        } else {
            for (int row = firstRow; row < firstRow + rows; row++) {
                project(row, 1, target);
            }
        }
    }

    private void project(int firstRow, int rows, ByteBuffer target) throws IOException {
        int components = array.spec().components();
        int places = Math.multiplyExact(Math.multiplyExact(width(), rows), components);
        Projected projected = Projected.of(how, array.spec().type(), places);
        int layers = layersTogether((long) width() * rows * array.tupleCost());
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact((long) width()
                        * rows
                        * Math.min(layers, last - first + 1)
                        * array.spec().tupleSize()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int layer = first; layer <= last; layer += layers) {
            Region region = region(layer, Math.min(layers, last - layer + 1), firstRow, rows);
            array.read(region, bytes.clear());
            add(projected, region.size(), array.spec().type().toArray(bytes.flip()), components);
        }
        projected.putTo(target.order(ByteOrder.LITTLE_ENDIAN), places);
    }

    private int layersTogether(long layerCost) throws IOException {
        int fitting = (int) Math.max(1, Math.min(MemoryBudget.PICTURE.bytes() / Math.max(layerCost, 1), 1 << 16));
        int chunk = array.rowsTogether(axis);
        return fitting < chunk ? fitting : fitting / chunk * chunk;
    }

    private Region region(int layer, int layers, int row, int rows) {
        Dimensions all = array.dimensions();
        return switch (axis) {
            case X -> new Region(layer, 0, row, new Dimensions(layers, all.y(), rows));
            case Y -> new Region(0, layer, row, new Dimensions(all.x(), layers, rows));
            case Z -> new Region(0, row, layer, new Dimensions(all.x(), rows, layers));
        };
    }

    /** Places are in the order of the plane; values have x fastest. */
    private void add(Projected projected, Dimensions size, Object values, int components) {
        int at = 0;
        for (int k = 0; k < size.z(); k++) {
            for (int j = 0; j < size.y(); j++) {
                for (int i = 0; i < size.x(); i++) {
                    int place =
                            switch (axis) {
                                case X -> j;
                                case Y -> i;
                                case Z -> j * size.x() + i;
                            };
                    for (int c = 0; c < components; c++) {
                        projected.add(place * components + c, values, at++);
                    }
                }
            }
        }
    }
}
