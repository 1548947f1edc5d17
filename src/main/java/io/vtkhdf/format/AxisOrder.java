package io.vtkhdf.format;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the axes of a dataset stand for those of an image: the one place that knows of the datasets' z, y, x order.
 *
 * <p>The usual shape is (nz, ny, nx), with the components last if there are any. Flat axes may be missing, as VTK
 * writes and reads them. In a time series an axis for time comes first, whose length is the number of slabs: the image
 * of a step is one of them. A dataset larger than the image holds it at its corner, or at the extent's own start if it
 * reaches that far: VTK reads both so.
 *
 * @param time the dataset's axis for time, which is the first one; negative if it has none
 * @param z the dataset's axis for z; negative if it has none; likewise y, x, and {@code component}
 * @param start where the image begins along each axis of the dataset; along that for time, its slab
 */
public record AxisOrder(int time, int z, int y, int x, int component, int components, long[] start) {

    /** Whether a dataset has an axis for time. */
    public enum TimeAxis {
        ABSENT,
        POSSIBLE,
        PRESENT;

        /** In a file that tells of so many steps; 0 if it is no time series. */
        public static TimeAxis ofSteps(int count) {
            return count > 1 ? PRESENT : count == 1 ? POSSIBLE : ABSENT;
        }
    }

    private static final List<List<Axis>> AXES = List.of(
            List.of(Axis.Z, Axis.Y, Axis.X),
            List.of(Axis.Y, Axis.X),
            List.of(Axis.Z, Axis.X),
            List.of(Axis.Z, Axis.Y),
            List.of(Axis.X),
            List.of(Axis.Y),
            List.of(Axis.Z));

    private record Candidate(List<Axis> axes, boolean timeAxis, boolean componentAxis) {

        public int rank() {
            return axes.size() + (timeAxis ? 1 : 0) + (componentAxis ? 1 : 0);
        }

        public int first() {
            return timeAxis ? 1 : 0;
        }
    }

    /**
     * Finds the shape's meaning; one that fits exactly is preferred to one with room to spare.
     *
     * @param extentStart the extent's start along x, y and z
     * @return empty if the image does not fit into the shape
     */
    public static Optional<AxisOrder> find(long[] shape, Dimensions image, int[] extentStart, TimeAxis time) {
        Candidate spacious = null;
        for (Candidate candidate : candidates(image, time)) {
            if (candidate.rank() != shape.length) {
                continue;
            } else if (holds(shape, image, candidate, time, true)) {
                return Optional.of(of(candidate, shape, image, extentStart));
            } else if (spacious == null && holds(shape, image, candidate, time, false)) {
                spacious = candidate;
            }
        }
        return spacious == null ? Optional.empty() : Optional.of(of(spacious, shape, image, extentStart));
    }

    private static List<Candidate> candidates(Dimensions image, TimeAxis time) {
        List<Candidate> candidates = new ArrayList<>();
        if (time != TimeAxis.PRESENT) {
            addCandidates(image, false, candidates);
        }
        if (time != TimeAxis.ABSENT) {
            addCandidates(image, true, candidates);
        }
        return candidates;
    }

    private static void addCandidates(Dimensions image, boolean timeAxis, List<Candidate> candidates) {
        for (List<Axis> axes : AXES) {
            if (onlyFlatMissing(image, axes)) {
                candidates.add(new Candidate(axes, timeAxis, false));
                candidates.add(new Candidate(axes, timeAxis, true));
            }
        }
    }

    private static boolean onlyFlatMissing(Dimensions image, List<Axis> axes) {
        for (Axis axis : Axis.values()) {
            if (!axes.contains(axis) && image.along(axis) != 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(long[] shape, Dimensions image, Candidate candidate, TimeAxis time, boolean exactly) {
        for (int i = 0; i < candidate.axes.size(); i++) {
            long found = shape[candidate.first() + i];
            int wanted = image.along(candidate.axes.get(i));
            if (exactly ? found != wanted : found < wanted) {
                return false;
            }
        }
        long components = candidate.componentAxis ? shape[shape.length - 1] : 1;
        boolean oneSlab = exactly && time == TimeAxis.POSSIBLE;
        boolean slabs = !candidate.timeAxis || (oneSlab ? shape[0] == 1 : shape[0] >= 1);
        return slabs && components >= 1 && components <= Integer.MAX_VALUE;
    }

    private static AxisOrder of(Candidate candidate, long[] shape, Dimensions image, int[] extentStart) {
        long[] start = new long[shape.length];
        boolean absolute = true;
        for (int i = 0; i < candidate.axes.size(); i++) {
            Axis axis = candidate.axes.get(i);
            int from = extentStart[axis.ordinal()];
            start[candidate.first() + i] = from;
            absolute &= from >= 0 && (long) from + image.along(axis) <= shape[candidate.first() + i];
        }
        return new AxisOrder(
                candidate.timeAxis ? 0 : -1,
                axis(candidate, Axis.Z),
                axis(candidate, Axis.Y),
                axis(candidate, Axis.X),
                candidate.componentAxis ? shape.length - 1 : -1,
                candidate.componentAxis ? (int) shape[shape.length - 1] : 1,
                absolute ? start : new long[shape.length]);
    }

    private static int axis(Candidate candidate, Axis axis) {
        int index = candidate.axes.indexOf(axis);
        return index < 0 ? -1 : candidate.first() + index;
    }

    /** The number of axes of the dataset. */
    public int rank() {
        return start.length;
    }

    /** The same for another slab; itself if there is no axis for time. */
    public AxisOrder atSlab(long slab) {
        if (time < 0) {
            return this;
        }
        long[] other = start.clone();
        other[time] = slab;
        return new AxisOrder(time, z, y, x, component, components, other);
    }

    /** One value for each axis of the dataset from one for each of the image's; 1 for a time axis. */
    public int[] spread(int xValue, int yValue, int zValue, int componentValue) {
        int[] values = new int[rank()];
        Arrays.fill(values, 1);
        set(values, x, xValue);
        set(values, y, yValue);
        set(values, z, zValue);
        set(values, component, componentValue);
        return values;
    }

    private static void set(int[] values, int axis, int value) {
        if (axis >= 0) {
            values[axis] = value;
        }
    }

    /** The index in the dataset of the first value of a region. */
    public long[] first(Region region) {
        long[] first = start.clone();
        add(first, x, region.x());
        add(first, y, region.y());
        add(first, z, region.z());
        return first;
    }

    private static void add(long[] index, int axis, int value) {
        if (axis >= 0) {
            index[axis] += value;
        }
    }

    /** The dataset's chunk in tuples. */
    public Dimensions tuples(int[] chunk) {
        return new Dimensions(x < 0 ? 1 : chunk[x], y < 0 ? 1 : chunk[y], z < 0 ? 1 : chunk[z]);
    }
}
