package io.vtkhdf.compare;

import io.vtkhdf.image.Association;
import java.util.List;
import java.util.Optional;

/**
 * How two images, A and B, differ.
 *
 * @param samePoints whether their points are at the same places, but for rounding, however that is written down
 * @param geometry what is written down differently: the same places if {@code samePoints}
 * @param arrays the arrays of A, point, cell and field arrays, those that are the same too; then those of B alone
 * @param active roles that other arrays have
 */
public record ImageDifference(
        boolean samePoints, List<Property> geometry, List<OfArray> arrays, List<Property> active) {

    public ImageDifference {
        geometry = List.copyOf(geometry);
        arrays = List.copyOf(arrays);
        active = List.copyOf(active);
    }

    /** Whether there is no difference but in the way in which the same places are written down. */
    public boolean isSame() {
        return samePoints && active.isEmpty() && arrays.stream().allMatch(OfArray::isSame);
    }

    /** The name of the property that is an array's type. */
    public static final String TYPE = "type";

    /** Something that A and B state differently. */
    public record Property(String name, String a, String b) {

        static void addIfDifferent(List<Property> differences, String name, Object a, Object b) {
            if (!a.equals(b)) {
                differences.add(new Property(name, a.toString(), b.toString()));
            }
        }
    }

    /** Where an array is. */
    public enum Presence {
        BOTH,
        ONLY_A,
        ONLY_B
    }

    /**
     * One array.
     *
     * @param nameInB another name if a conversion has renamed it, else the same
     * @param properties its type, its components and the like, where they differ
     * @param values empty if the values cannot be compared: there are none on one side, or another number of them;
     *     those of another type are compared as the numbers that they are
     */
    public record OfArray(
            Association association,
            String name,
            String nameInB,
            Presence presence,
            List<Property> properties,
            Optional<OfValues> values) {

        public OfArray {
            properties = List.copyOf(properties);
        }

        /** Whether nothing but the type differs. */
        public boolean isOfSameValues() {
            return presence == Presence.BOTH
                    && properties.stream().allMatch(property -> property.name().equals(TYPE))
                    && values.map(found -> found.differing() == 0).orElse(false);
        }

        /** Whether there is no difference but in the name. */
        public boolean isSame() {
            return presence == Presence.BOTH
                    && properties.isEmpty()
                    && values.map(found -> found.differing() == 0).orElse(false);
        }
    }

    /**
     * The values of one array.
     *
     * @param count how many values each side has, all components counted
     * @param differing how many differ by more than the tolerance, or are NaN on one side only
     * @param oneNan how many of those are NaN on one side only
     * @param worst the largest difference; of strings, and if only NaNs differ, the first; empty if none differs
     * @param relative the largest of the differences relative to the larger of the two magnitudes; 0 if there is none
     * @param distance how far all of them lie apart, also those that the tolerance allows
     */
    public record OfValues(
            long count, long differing, long oneNan, Optional<Worst> worst, double relative, Distance distance) {}

    /**
     * How far the values of one array lie apart, NaNs left out.
     *
     * @param largest of all differences; 0 if there is none
     * @param rootMeanSquare of the differences of all finite values; 0 if there is none
     * @param index of the largest difference, as that of {@link Worst}; empty if there is none
     */
    public record Distance(double largest, double rootMeanSquare, List<Long> index) {

        /** Of values that are the same. */
        public static final Distance NONE = new Distance(0, 0, List.of());

        public Distance {
            index = List.copyOf(index);
        }
    }

    /**
     * Two values that differ.
     *
     * @param difference their distance, exact for integers; empty for strings and if one of them is NaN
     * @param component counted from 0
     * @param index x, y and z of point or cell, counted from 0 whatever the extent; of a field array the tuple's alone
     * @param a A's value in decimal, exactly, or A's string
     * @param b B's value
     */
    public record Worst(Optional<Number> difference, int component, List<Long> index, String a, String b) {

        public Worst {
            index = List.copyOf(index);
        }
    }
}
