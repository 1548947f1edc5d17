package io.vtkhdf.tests;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * An image cut into slabs along an axis.
 *
 * @param shares whether neighbouring slabs have the plane of points between them in common; the cells there are lost
 *     otherwise
 */
record CutImage(RandomImage image, Axis axis, boolean shares) {

    /** Where a slab says that it lies. */
    enum Told {
        /** By its extent, all having one origin. */
        BY_EXTENT,
        /** By its origin. */
        BY_ORIGIN
    }

    /** The slabs that begin at these slices of points, the first of which is 0. */
    List<RandomImage> at(Told told, List<Integer> starts) {
        List<RandomImage> slabs = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int first = starts.get(i);
            int last = i + 1 < starts.size()
                    ? starts.get(i + 1) - (shares ? 0 : 1)
                    : image.geometry().dimensions().along(axis) - 1;
            slabs.add(slab(told, first, last));
        }
        return slabs;
    }

    private RandomImage slab(Told told, int first, int last) {
        ImageGeometry all = image.geometry();
        int[] e = all.extent().toArray();
        int low = 2 * axis.ordinal();
        e[low + 1] = e[low] + last;
        e[low] += first;
        Extent extent = new Extent(e[0], e[1], e[2], e[3], e[4], e[5]);
        ImageGeometry geometry = new ImageGeometry(extent, all.origin(), all.spacing(), all.direction());
        List<RandomArray> arrays = new ArrayList<>();
        for (RandomArray array : image.arrays()) {
            boolean isPoint = array.spec().association() == Association.POINT;
            arrays.add(part(array, first, isPoint ? last - first + 1 : Math.max(1, last - first)));
        }
        return new RandomImage(
                image.seed() + first, geometry, arrays, image.fields(), image.active(), told == Told.BY_EXTENT);
    }

    private RandomArray part(RandomArray array, int first, int count) {
        Dimensions d = array.dimensions();
        int from = Math.min(first, d.along(axis) - count);
        Region region =
                switch (axis) {
                    case X -> new Region(from, 0, 0, new Dimensions(count, d.y(), d.z()));
                    case Y -> new Region(0, from, 0, new Dimensions(d.x(), count, d.z()));
                    case Z -> new Region(0, 0, from, new Dimensions(d.x(), d.y(), count));
                };
        byte[] bytes = Bits.region(array.bytes(), d, array.spec().tupleSize(), region, Order.X_FASTEST);
        return new RandomArray(array.spec(), region.size(), array.storage(), bytes);
    }
}
