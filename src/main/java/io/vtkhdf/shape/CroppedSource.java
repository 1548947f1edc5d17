package io.vtkhdf.shape;

import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A box of an image: of point arrays the points in it, of cell arrays the cells between these. The geometry is a part
 * of the image's extent, and so the points stay where they are, whatever the direction.
 */
final class CroppedSource extends WrappedSource {

    private final PointBox points;
    private final PointBox cells;
    private final Scratch scratch;

    /** @param box within the image */
    CroppedSource(ImageSource inner, PointBox box, Scratch scratch) {
        super(inner, box.of(inner.geometry()), unchanged(inner.arrays()));
        this.points = box;
        this.cells = box.cells(inner.geometry().dimensions());
        this.scratch = scratch;
    }

    @Override
    public int slabThickness(ArraySpec array) {
        int layer = inner.slabThickness(array);
        return region(array).z() % layer == 0 ? layer : 1;
    }

    @Override
    public SlabReader open(ArraySpec array) throws IOException {
        Region region = region(array);
        Optional<SlabReader> direct = inner.openRegion(innerOf(array), region);
        if (direct.isPresent()) {
            return direct.get();
        }
        Dimensions whole = inner.geometry().dimensions(array.association());
        return new SliceBySlice(
                new SourceSlices(inner, array, 1, scratch),
                region.size().z(),
                SlabLoop.sliceBytes(this, array),
                (slice, source, target) -> cut(
                        source.slice(region.z() + slice),
                        region,
                        whole.x(),
                        array.tupleSize(),
                        array.type().size(),
                        target));
    }

    private static void cut(
            ByteBuffer slice, Region region, int rowTuples, int tupleSize, int valueSize, ByteBuffer target) {
        int length = region.size().x() * tupleSize;
        for (int y = region.y(); y < region.y() + region.size().y(); y++) {
            ValueBytes.copy(slice, (y * rowTuples + region.x()) * tupleSize, length, valueSize, target);
        }
    }

    private Region region(ArraySpec array) {
        return (array.association() == Association.CELL ? cells : points).region();
    }
}
