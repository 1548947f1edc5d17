package io.vtkhdf.shape;

import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Every n-th point along each axis, the first one first; of the cells those that lie at these points. */
final class PickedSource extends WrappedSource {

    private final Blocks every;
    private final Scratch scratch;

    PickedSource(ImageSource inner, Blocks every, Scratch scratch) {
        super(inner, geometry(inner.geometry().zeroBased(), every), unchanged(inner.arrays()));
        this.every = every;
        this.scratch = scratch;
    }

    private static ImageGeometry geometry(ImageGeometry all, Blocks every) {
        return every.geometry(all, every.firsts(all.dimensions()), all.origin());
    }

    @Override
    public int slabThickness(ArraySpec array) {
        return 1;
    }

    @Override
    public SlabReader open(ArraySpec array) throws IOException {
        Dimensions picked = geometry().dimensions(array.association());
        int rowTuples = inner.geometry().dimensions(array.association()).x();
        return new SliceBySlice(
                new SourceSlices(inner, array, every.z(), scratch),
                picked.z(),
                SlabLoop.sliceBytes(this, array),
                (slice, source, target) -> pick(source.slice(slice * every.z()), picked, rowTuples, array, target));
    }

    private void pick(ByteBuffer slice, Dimensions picked, int rowTuples, ArraySpec array, ByteBuffer target) {
        int tupleSize = array.tupleSize();
        int valueSize = array.type().size();
        for (int y = 0; y < picked.y(); y++) {
            int row = y * every.y() * rowTuples * tupleSize;
            if (every.x() == 1) {
                ValueBytes.copy(slice, row, picked.x() * tupleSize, valueSize, target);
                continue;
            }
            for (int x = 0; x < picked.x(); x++) {
                int tuple = row + x * every.x() * tupleSize;
                for (int at = tuple; at < tuple + tupleSize; at += valueSize) {
                    ValueBytes.copyValue(slice, at, valueSize, target);
                }
            }
        }
    }
}
