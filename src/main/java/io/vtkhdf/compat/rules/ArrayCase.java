package io.vtkhdf.compat.rules;

import io.vtkhdf.compat.VtkRelease;
import java.util.List;

/** An array of an image, and a release that is to read it. */
record ArrayCase(VtkRelease release, StoredImage image, StoredArray array) {

    private static final int AXES = 3;

    String path() {
        return array.path();
    }

    boolean isField() {
        return array.group() == StoredArray.Group.FIELD_DATA;
    }

    /** Whether it is read step by step, which begins with 9.3. */
    boolean isTemporal() {
        return image.isTimeSeries() && !release.isBefore(VtkRelease.VTK_9_3);
    }

    /** Whether it is read step by step, and that is odd about its steps. */
    boolean has(StoredSteps.Oddity oddity) {
        return isTemporal() && image.steps().orElseThrow().has(oddity, array);
    }

    Selection selection() {
        return Selection.of(release, image, array.group(), isTemporal());
    }

    /** The axes of the dataset without the one for time. */
    List<Long> shape() {
        return isTemporal() && !array.shape().isEmpty()
                ? array.shape().subList(1, array.shape().size())
                : array.shape();
    }

    /** What the reader takes for the number of components. */
    long components() {
        return shape().size() == selection().rank() ? 1 : array.last();
    }

    /** The number of points or cells. */
    long tuples() {
        long tuples = 1;
        for (int axis = 0; axis < AXES; axis++) {
            tuples = Math.multiplyExact(
                    tuples, array.group() == StoredArray.Group.POINT_DATA ? image.points(axis) : image.cells(axis));
        }
        return tuples;
    }
}
