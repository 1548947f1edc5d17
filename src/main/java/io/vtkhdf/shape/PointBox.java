package io.vtkhdf.shape;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;

/** A box of points, each end inclusive. */
record PointBox(IndexRange x, IndexRange y, IndexRange z) {

    static PointBox of(Region points) {
        return new PointBox(
                new IndexRange(points.x(), points.x() + points.size().x() - 1),
                new IndexRange(points.y(), points.y() + points.size().y() - 1),
                new IndexRange(points.z(), points.z() + points.size().z() - 1));
    }

    /** @throws IllegalArgumentException if not all of it is in an image of so many points */
    PointBox within(Dimensions points, String image) {
        return new PointBox(
                x.within(points.x(), Axis.X, image),
                y.within(points.y(), Axis.Y, image),
                z.within(points.z(), Axis.Z, image));
    }

    /** The cells between its points, in an image of so many points. */
    PointBox cells(Dimensions points) {
        return new PointBox(x.cells(points.x()), y.cells(points.y()), z.cells(points.z()));
    }

    Region region() {
        return new Region(x.first(), y.first(), z.first(), new Dimensions(x.size(), y.size(), z.size()));
    }

    /** The same points in the same places, as a part of the image's extent. */
    ImageGeometry of(ImageGeometry image) {
        Extent all = image.extent();
        Extent part = new Extent(
                all.xMin() + x.first(),
                all.xMin() + x.last(),
                all.yMin() + y.first(),
                all.yMin() + y.last(),
                all.zMin() + z.first(),
                all.zMin() + z.last());
        return new ImageGeometry(part, image.origin(), image.spacing(), image.direction());
    }

    @Override
    public String toString() {
        return x + "," + y + "," + z;
    }
}
