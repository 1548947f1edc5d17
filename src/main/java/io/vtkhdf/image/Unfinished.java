package io.vtkhdf.image;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is of a file whose writing has not ended, or was interrupted; what is missing reads as the fill value.
 *
 * @param arrays the point and cell arrays that were begun: others may be to come
 */
public record Unfinished(List<Slices> arrays) {

    public Unfinished {
        arrays = List.copyOf(arrays);
    }

    /**
     * How many z slices of an array are there.
     *
     * @param stored those of which the file has all values
     * @param total all slices of the array
     */
    public record Slices(Association association, String name, int stored, int total) {

        @Override
        public String toString() {
            return stored + " of " + total + " slices of " + association.groupName() + "/" + name;
        }
    }

    /** Such as {@code 3 of 5 slices of PointData/density}. */
    @Override
    public String toString() {
        return arrays.isEmpty()
                ? "none of the arrays"
                : arrays.stream().map(Slices::toString).collect(Collectors.joining(", "));
    }
}
