package io.vtkhdf.picture;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.plane.Plane;

/**
 * One plane of a picture, with its place in the world.
 *
 * @param caption above it; may be empty
 */
public record Panel(Plane plane, PictureAxis across, PictureAxis upwards, String caption) {

    public static Panel of(Plane plane, ImageGeometry geometry, String caption) {
        return new Panel(
                plane,
                PictureAxis.of(geometry, plane.spec().association(), plane.fast()),
                PictureAxis.of(geometry, plane.spec().association(), plane.slow()),
                caption);
    }
}
