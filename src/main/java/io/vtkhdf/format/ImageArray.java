package io.vtkhdf.format;

import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.read.Blocks;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import java.io.IOException;
import java.util.Optional;

/**
 * A point or cell array of a file, and the dataset that holds it.
 *
 * @param axes which axes of the dataset are those of the image
 */
public record ImageArray(ArraySpec spec, Dimensions dimensions, StoredDataset dataset, AxisOrder axes, Blocks blocks) {

    /** The size of a chunk in tuples; empty if there are none. */
    public Optional<Dimensions> chunk() {
        boolean chunked = blocks.storage() == LayoutClass.CHUNKED;
        return chunked ? Optional.of(axes.tuples(blocks.grid().chunkShape())) : Optional.empty();
    }

    /** For how many z slices the file has all values; the others read as the fill value, at least in part. */
    public int storedSlices() throws IOException {
        return (int) new StoredSlices(blocks, axes, dimensions).storedSlices();
    }
}
