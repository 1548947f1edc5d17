package io.vtkhdf.compat.rules;

import io.vtkhdf.compat.VtkRelease;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of a dataset that a reader selects for a point or cell array, and how it takes the last axis. All lists are
 * slowest axis first.
 *
 * <p>The readers derive the number of axes from the extent: up to 9.6 they take x, and y and z as far as the rank goes
 * that remains when flat y and z are subtracted; 9.7 takes the axes that are not flat, or else x. For cells, up to 9.2
 * select as many as there are points, 9.3 to 9.6 one less, also none along a flat axis; 9.7 at least one. The extent is
 * taken for an index into the dataset, below 0 for one that does not exist, from 9.3 on for 0; in 9.7 the extent's
 * start is 0.
 *
 * @param start along the axes of the image that it takes
 * @param count likewise
 */
record Selection(List<Long> start, List<Long> count) {

    private static final int X = 0;
    private static final int Y = 1;
    private static final int Z = 2;

    /** @param temporal whether the reader looks for an axis for time in front of these */
    static Selection of(VtkRelease release, StoredImage image, StoredArray.Group group, boolean temporal) {
        List<Long> start = new ArrayList<>();
        List<Long> count = new ArrayList<>();
        for (int axis : axes(release, image, temporal)) {
            start.add(start(release, image, axis));
            count.add(count(release, image, group, axis));
        }
        return new Selection(start, count);
    }

    private static List<Integer> axes(VtkRelease release, StoredImage image, boolean temporal) {
        List<Integer> axes;
        if (release.isBefore(VtkRelease.VTK_9_7)) {
            int rank = 3 - (image.isFlat(Z) ? 1 : 0) - (image.isFlat(Y) ? 1 : 0);
            axes = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        } else {
            axes = new ArrayList<>(IntStream.rangeClosed(X, Z)
                    .filter(axis -> !image.isFlat(axis))
                    .boxed()
                    .toList());
            if (axes.isEmpty() && !temporal) {
                axes.add(X);
            }
        }
        Collections.reverse(axes);
        return axes;
    }

    private static long start(VtkRelease release, StoredImage image, int axis) {
        if (!release.isBefore(VtkRelease.VTK_9_7)) {
            return 0;
        }
        return release.isBefore(VtkRelease.VTK_9_3) ? image.first(axis) : Math.max(image.first(axis), 0);
    }

    private static long count(VtkRelease release, StoredImage image, StoredArray.Group group, int axis) {
        if (group == StoredArray.Group.POINT_DATA || release.isBefore(VtkRelease.VTK_9_3)) {
            return image.points(axis);
        }
        return release.isBefore(VtkRelease.VTK_9_7) ? image.points(axis) - 1 : image.cells(axis);
    }

    int rank() {
        return count.size();
    }

    /** The tuples that are returned. */
    long tuples() {
        return count.stream().reduce(1L, Math::multiplyExact);
    }

    /** Whether HDF5 finds all of it in a dataset of this shape; it finds nothing everywhere. */
    boolean isIn(List<Long> shape) {
        return count.contains(0L)
                || IntStream.range(0, rank())
                        .allMatch(axis -> start.get(axis) >= 0 && start.get(axis) + count.get(axis) <= shape.get(axis));
    }
}
