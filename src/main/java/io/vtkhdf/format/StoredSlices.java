package io.vtkhdf.format;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.hdf5.read.Blocks;
import io.vtkhdf.image.Dimensions;
import java.io.IOException;

/**
 * The layers of blocks across z of an image, or of one step of a time series: which of them the file has, found by a
 * look at each block of it that stands in the file.
 */
public final class StoredSlices {

    private final Blocks blocks;
    private final long blocksPerLayer;
    private final long layers;
    private final long thickness;
    private final long first;
    private final long end;
    /** The number of the first block that is of this step. */
    private final long firstBlock;

    public StoredSlices(Blocks blocks, AxisOrder layout, Dimensions image) {
        ChunkGrid grid = blocks.grid();
        long[] perAxis = grid.chunksPerAxis();
        int z = layout.z();
        this.blocks = blocks;
        this.blocksPerLayer =
                along(layout.y(), perAxis) * along(layout.x(), perAxis) * along(layout.component(), perAxis);
        this.layers = along(z, perAxis);
        this.thickness = z < 0 ? 1 : grid.chunkShape()[z];
        this.first = z < 0 ? 0 : layout.start()[z];
        this.end = first + image.z();
        int time = layout.time();
        long blocksPerTime = layers * blocksPerLayer;
        this.firstBlock = time < 0 ? 0 : layout.start()[time] / grid.chunkShape()[time] * blocksPerTime;
    }

    private static long along(int axis, long[] perAxis) {
        return axis < 0 ? 1 : perAxis[axis];
    }

    /** The number of the image's z slices in layers of which all blocks are in the file. */
    public long storedSlices() throws IOException {
        long slices = 0;
        long layer = -1;
        long found = 0;
        for (long i = firstStored(); i < blocks.storedCount(); i++) {
            long next = (blocks.stored(i).number() - firstBlock) / blocksPerLayer;
            if (next >= layers) {
                break;
            }
            found = next == layer ? found + 1 : 1;
            layer = next;
            if (found == blocksPerLayer) {
                slices += Math.max(0, Math.min((layer + 1) * thickness, end) - Math.max(layer * thickness, first));
            }
        }
        return slices;
    }

    /**
     * The index of the first stored block of this step, or of a later one; blocks come in the order of their numbers.
     */
    private long firstStored() throws IOException {
        long low = 0;
        long high = blocks.storedCount();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (blocks.stored(middle).number() < firstBlock) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
