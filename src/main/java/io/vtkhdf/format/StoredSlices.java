package io.vtkhdf.format;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.hdf5.read.Blocks;
import io.vtkhdf.image.Dimensions;
import java.io.IOException;

/** The layers of blocks across z: which of them the file has, found by a look at each block that stands in it. */
public final class StoredSlices {

    private final Blocks blocks;
    private final long blocksPerLayer;
    private final long layers;
    private final long thickness;
    private final long first;
    private final long end;

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
    }

    private static long along(int axis, long[] perAxis) {
        return axis < 0 ? 1 : perAxis[axis];
    }

    /** The number of the image's z slices in layers of which all blocks are in the file. */
    public long storedSlices() throws IOException {
        long slices = 0;
        long layer = -1;
        long found = 0;
        for (long i = 0; i < blocks.storedCount(); i++) {
            long next = blocks.stored(i).number() / blocksPerLayer;
            found = next == layer ? found + 1 : 1;
            layer = next;
            if (found == blocksPerLayer && layer < layers) {
                slices += Math.max(0, Math.min((layer + 1) * thickness, end) - Math.max(layer * thickness, first));
            }
        }
        return slices;
    }
}
