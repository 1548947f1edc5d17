package io.vtkhdf.vtk;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import java.io.IOException;

/**
 * Cuts a box of tuples into slabs of some z slices, which are runs of its tuples: as large as a step, at least one
 * slice, in whole layers of chunks. Only of a slice that no Java array can hold, a slab is some rows.
 */
final class VtkSlabs {

    interface Step {
        /** @param firstTuple of the slab, counted in the box */
        void run(Region slab, long firstTuple) throws IOException;
    }

    private final Region box;
    private final long slices;
    private final long rows;

    /**
     * @param thickness the slices of a layer of chunks
     * @param step in bytes
     */
    VtkSlabs(Region box, ArraySpec spec, int thickness, long step) {
        this(box, spec, thickness, step, Integer.MAX_VALUE);
    }

    VtkSlabs(Region box, ArraySpec spec, int thickness, long step, int mostValues) {
        this.box = box;
        long rowValues = (long) box.size().x() * spec.components();
        long sliceValues = rowValues * box.size().y();
        long wanted = Math.max(1, step / (sliceValues * spec.type().size()));
        long possible = Math.max(1, mostValues / sliceValues);
        long layers = Math.max(thickness, wanted / thickness * thickness);
        slices = Math.min(layers, possible);
        rows = sliceValues <= mostValues ? box.size().y() : Math.max(1, mostValues / rowValues);
    }

    /** @throws IllegalArgumentException if a slab would be less than a slice */
    void requireWholeSlices(String array) {
        if (rows < box.size().y()) {
            throw new IllegalArgumentException(ShownText.quoted(array) + ": found slices of "
                    + box.size().x() + " x "
                    + box.size().y() + " tuples, expected fewer than 2^31 values in each: a file is written in whole"
                    + " slices");
        }
    }

    void forEach(Step step) throws IOException {
        int end = box.z() + box.size().z();
        int next;
        for (int z = box.z(); z < end; z = next) {
            next = (int) Math.min(end, (z / slices + 1) * slices);
            cut(z, next - z, step);
        }
    }

    private void cut(int z, int depth, Step step) throws IOException {
        Dimensions size = box.size();
        int count;
        for (int row = 0; row < size.y(); row += count) {
            count = (int) Math.min(rows, size.y() - row);
            Region slab = new Region(box.x(), box.y() + row, z, new Dimensions(size.x(), count, depth));
            step.run(slab, ((long) (z - box.z()) * size.y() + row) * size.x());
        }
    }
}
