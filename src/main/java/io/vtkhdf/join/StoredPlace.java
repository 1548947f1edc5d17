package io.vtkhdf.join;

import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.AxisOrder;
import io.vtkhdf.format.ImageHeader;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.write.VirtualMapping.Box;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Where an array is in a file.
 *
 * @param dataset its path
 * @param axes which axes of the dataset are those of the image, at the first of its slabs
 */
record StoredPlace(String dataset, AxisOrder axes) {

    /** Where this library writes an array of an image, or of a time series if there are several steps. */
    static StoredPlace written(ArraySpec spec, ImageGeometry geometry, long steps) {
        long[] shape = shape(spec, geometry, steps);
        AxisOrder axes = AxisOrder.find(
                        shape,
                        geometry.dimensions(spec.association()),
                        new int[3],
                        steps > 1 ? AxisOrder.TimeAxis.PRESENT : AxisOrder.TimeAxis.ABSENT)
                .orElseThrow(() -> new IllegalStateException(spec + " has the shape " + Arrays.toString(shape)));
        return new StoredPlace("/" + ImageHeader.GROUP + "/" + ImageTree.path(spec.association(), spec.name()), axes);
    }

    /** The shape of a dataset that this library writes. */
    static long[] shape(ArraySpec spec, ImageGeometry geometry, long steps) {
        long[] image = ArrayShape.of(spec, geometry).hdf5();
        return steps > 1
                ? LongStream.concat(LongStream.of(steps), LongStream.of(image)).toArray()
                : image;
    }

    /**
     * A region of some slabs.
     *
     * @param slabs 1 if the dataset has no axis for time
     */
    Box box(Region region, long slab, int slabs) {
        int[] spread =
                axes.spread(region.size().x(), region.size().y(), region.size().z(), axes.components());
        if (axes.time() >= 0) {
            spread[axes.time()] = slabs;
        }
        return new Box(
                axes.atSlab(slab).first(region),
                Arrays.stream(spread).asLongStream().toArray());
    }
}
