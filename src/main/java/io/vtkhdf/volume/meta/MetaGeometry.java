package io.vtkhdf.volume.meta;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.volume.HeaderValue;
import io.vtkhdf.volume.VolumeGrid;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where an image lies. Each row of {@code TransformMatrix} is the direction of an axis, as ITK has it. A negative
 * distance turns the direction around.
 */
final class MetaGeometry {

    private static final int MAX_AXES = 10;
    private static final int MOST = 3;

    private MetaGeometry() {}

    static ImageGeometry of(MetaHeader header) throws IOException {
        int count = header.required("NDims").integer(1, MAX_AXES);
        int axes = Math.min(count, MOST);
        VolumeGrid grid = new VolumeGrid(sizes(header, count));
        Optional<HeaderValue> origin = header.field("Offset", "Position", "Origin");
        if (origin.isPresent()) {
            grid.origin(Arrays.copyOf(origin.get().finite(count), axes));
        }
        double[] spacing = new double[count];
        Arrays.fill(spacing, 1);
        Optional<HeaderValue> distances = header.field("ElementSpacing", "ElementSize");
        if (distances.isPresent()) {
            spacing = distances.get().finite(count);
        }
        Optional<HeaderValue> directions = header.field("TransformMatrix", "Rotation", "Orientation");
        double[] matrix = directions.isPresent() ? directions.get().finite(count * count) : identity(count);
        for (int axis = 0; axis < axes; axis++) {
            double sign = spacing[axis] < 0 ? -1 : 1;
            spacing[axis] = Math.abs(spacing[axis]);
            double[] direction = Arrays.copyOfRange(matrix, axis * count, axis * count + axes);
            for (int i = 0; i < axes; i++) {
                direction[i] *= sign;
            }
            grid.axis(axis, direction);
        }
        return grid.spacing(Arrays.copyOf(spacing, axes)).geometry(header.file());
    }

    /** Of at most three axes; those behind have one point. */
    private static int[] sizes(MetaHeader header, int count) throws IOException {
        HeaderValue lengths = header.required("DimSize");
        String[] words = lengths.words(count);
        int[] sizes = new int[Math.min(count, MOST)];
        for (int axis = 0; axis < count; axis++) {
            long size = lengths.integer(words[axis], 1);
            if (size >= Integer.MAX_VALUE) {
                throw lengths.corrupt(Long.toString(size), "fewer than 2^31 - 1");
            } else if (axis < MOST) {
                sizes[axis] = (int) size;
            } else if (size > 1) {
                throw lengths.unsupported(
                        count + " axes", "at most three of more than one point; steps of time need a file each");
            }
        }
        return sizes;
    }

    private static double[] identity(int count) {
        double[] identity = new double[count * count];
        for (int i = 0; i < count; i++) {
            identity[i * count + i] = 1;
        }
        return identity;
    }
}
