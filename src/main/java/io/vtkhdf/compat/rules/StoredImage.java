package io.vtkhdf.compat.rules;

import java.util.List;
import java.util.Optional;

/**
 * A VTKHDF image as it is stored.
 *
 * @param type the attribute Type; empty if it is missing or no string
 * @param unreadableAttributes those of the attributes Version, WholeExtent, Origin, Spacing and Direction that are
 *     missing, or not numbers in the right number and of rank 1
 * @param senselessAttributes those of them whose numbers make no sense
 * @param extent the attribute WholeExtent: first and last index along x, y and z; empty if it cannot be made out, and
 *     then nothing is said about arrays
 * @param turned whether the attribute Direction is another matrix than the identity
 * @param steps the group Steps
 * @param arrays the entries of PointData, CellData and FieldData in the order in which HDF5 lists them
 */
public record StoredImage(
        Optional<StoredText> type,
        List<String> unreadableAttributes,
        List<String> senselessAttributes,
        List<Integer> extent,
        boolean turned,
        Optional<StoredSteps> steps,
        List<StoredArray> arrays) {

    /** One whose axes are those of the world. */
    public StoredImage(
            Optional<StoredText> type,
            List<String> unreadableAttributes,
            List<String> senselessAttributes,
            List<Integer> extent,
            Optional<StoredSteps> steps,
            List<StoredArray> arrays) {
        this(type, unreadableAttributes, senselessAttributes, extent, false, steps, arrays);
    }

    public StoredImage {
        unreadableAttributes = List.copyOf(unreadableAttributes);
        senselessAttributes = List.copyOf(senselessAttributes);
        extent = List.copyOf(extent);
        arrays = List.copyOf(arrays);
    }

    boolean isTimeSeries() {
        return steps.filter(group -> group.count() > 1).isPresent();
    }

    /** Whether it is a time series with such times. */
    boolean hasTimes(StoredSteps.Times times) {
        return isTimeSeries() && steps.orElseThrow().times() == times;
    }

    int first(int axis) {
        return extent.get(2 * axis);
    }

    long points(int axis) {
        return (long) extent.get(2 * axis + 1) - extent.get(2 * axis) + 1;
    }

    long cells(int axis) {
        return Math.max(points(axis) - 1, 1);
    }

    boolean isFlat(int axis) {
        return points(axis) == 1;
    }
}
