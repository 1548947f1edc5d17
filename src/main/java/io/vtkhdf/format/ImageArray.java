package io.vtkhdf.format;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.read.Blocks;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import java.io.IOException;
import java.util.Optional;

/**
 * A point or cell array of a file at one of its steps, and the dataset that holds it. Those of all steps share the
 * blocks, and so what is known of where they are, and what is kept of them.
 *
 * @param axes which axes of the dataset are those of the image, and which slab is that of the step
 * @param slabs which slab is that of each step
 */
public record ImageArray(
        ArraySpec spec, Dimensions dimensions, StoredDataset dataset, AxisOrder axes, Blocks blocks, StepSlabs slabs) {

    /**
     * The array at another step that the file has.
     *
     * @throws CorruptFileException if the dataset has no slab for it
     */
    public ImageArray atStep(int step) throws CorruptFileException {
        long slab = slabs.at(step);
        if (axes.time() >= 0 && slab >= slabCount()) {
            throw dataset.file()
                    .corrupt(
                            dataset.path(),
                            slabCount() + " slabs along the axis for time",
                            "at least " + (slab + 1) + ", as step " + step + " takes that of index " + slab
                                    + "; what never changes is one slab with offsets of 0");
        }
        return new ImageArray(spec, dimensions, dataset, axes.atSlab(slab), blocks, slabs);
    }

    /** How many slabs, each the array at one step or some, the dataset has. */
    public long slabCount() {
        return axes.time() < 0 ? 1 : dataset.shape()[axes.time()];
    }

    /** The first step that has the very same slab as another one. */
    public int earliestAs(int step) {
        return axes.time() < 0 ? 0 : slabs.earliest(step);
    }

    /** The size of a chunk in tuples; empty if there are none. */
    public Optional<Dimensions> chunk() {
        boolean chunked = blocks.storage() == LayoutClass.CHUNKED;
        return chunked ? Optional.of(axes.tuples(blocks.grid().chunkShape())) : Optional.empty();
    }

    /**
     * For how many z slices the file has all values; the others read as the fill value, at least in part. All of a
     * virtual dataset, of which somebody else knows what parts lack.
     */
    public int storedSlices() throws IOException {
        if (blocks.storage() == LayoutClass.VIRTUAL) {
            return dimensions.z();
        }
        return (int) new StoredSlices(blocks, axes, dimensions).storedSlices();
    }
}
