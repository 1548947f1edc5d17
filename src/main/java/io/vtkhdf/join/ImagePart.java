package io.vtkhdf.join;

import io.vtkhdf.image.ImageGeometry;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that holds a part of an image: some of its slices along one axis, all of them complete, at some of its steps.
 *
 * @param file a VTKHDF image, or time series if it holds several steps, of just these
 * @param firstSlice the first of the joined image's slices of points that it holds, counted from 0 whatever the extents
 * @param slices how many slices of points it holds
 * @param firstStep the first of the joined image's steps that it holds; 0 if that has no steps
 * @param steps how many steps it holds; 1 if it has none
 */
public record ImagePart(Path file, int firstSlice, int slices, int firstStep, int steps) {

    /** @throws IllegalArgumentException with a negative index, or no slices or steps */
    public ImagePart {
        Objects.requireNonNull(file, "file");
        if (firstSlice < 0 || slices < 1 || firstStep < 0 || steps < 1) {
            throw new IllegalArgumentException(file + ": found " + slices + " slices from " + firstSlice + " on, and "
                    + steps + " steps from " + firstStep + " on, expected at least one of each from 0 on");
        }
    }

    /** Some slices of an image without steps. */
    public static ImagePart ofSlices(Path file, int first, int count) {
        return new ImagePart(file, first, count, 0, 1);
    }

    /** All of an image at some steps. */
    public static ImagePart ofSteps(Path file, ImageGeometry geometry, int first, int count) {
        return new ImagePart(file, 0, geometry.dimensions().z(), first, count);
    }

    /** The slice behind its last one. */
    long endSlice() {
        return (long) firstSlice + slices;
    }

    /** The step behind its last one. */
    long endStep() {
        return (long) firstStep + steps;
    }
}
