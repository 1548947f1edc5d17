package io.vtkhdf.cli.slice;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
import io.vtkhdf.picture.PictureAxis;
import io.vtkhdf.plane.ArrayValues;
import io.vtkhdf.plane.Plane;
import io.vtkhdf.plane.ProjectedPlane;
import io.vtkhdf.plane.Projection;
import io.vtkhdf.plane.SlicePlane;
import java.util.Locale;
import java.util.Optional;

/**
 * A plane that is wanted: the slice {@code first}, or what is seen of the slices from {@code first} to {@code last}.
 */
public record Cut(Axis axis, int first, int last, Optional<Projection> how) {

    /** Of one index. */
    public static Cut slice(Axis axis, int index) {
        return new Cut(axis, index, index, Optional.empty());
    }

    static Cut projection(Axis axis, int first, int last, Projection how) {
        return new Cut(axis, first, last, Optional.of(how));
    }

    public Plane of(ArrayValues values) {
        return how.<Plane>map(projection -> new ProjectedPlane(values, axis, first, last, projection))
                .orElseGet(() -> new SlicePlane(values, axis, first));
    }

    /** What is read of an array. */
    Region region(Dimensions all) {
        int count = last - first + 1;
        return switch (axis) {
            case X -> new Region(first, 0, 0, new Dimensions(count, all.y(), all.z()));
            case Y -> new Region(0, first, 0, new Dimensions(all.x(), count, all.z()));
            case Z -> new Region(0, 0, first, new Dimensions(all.x(), all.y(), count));
        };
    }

    /** Such as {@code z = 0.25}, or {@code max along z}. */
    public String place(ImageGeometry geometry, ArraySpec array) {
        PictureAxis normal = PictureAxis.of(geometry, array.association(), axis);
        return how.map(projection -> projection.name().toLowerCase(Locale.ROOT) + " along " + normal.name())
                .orElseGet(() -> normal.name() + " = " + normal.textAt(first));
    }

    /** Such as {@code slice 8 of 0 to 15}. */
    public String slices(Dimensions all) {
        int end = all.along(axis) - 1;
        return how.isEmpty()
                ? "slice " + first + " of 0 to " + end
                : "slices " + first + " to " + last + " of 0 to " + end;
    }
}
