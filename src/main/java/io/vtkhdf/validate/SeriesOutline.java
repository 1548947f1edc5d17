package io.vtkhdf.validate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The steps of a time series, as far as they can be made out, whether they are right or not.
 *
 * @param steps how many there are: the attribute NSteps, 2 or more
 * @param firstTime the first of the list of times; empty if nothing of it can be read
 * @param lastTime the last of the list of times, likewise
 * @param shared the point and cell arrays of which not every step has a slab of its own, or that store slabs of no
 *     step, in the order of the file
 */
public record SeriesOutline(int steps, OptionalDouble firstTime, OptionalDouble lastTime, List<Slabs> shared) {

    /**
     * What is stored of an array. A slab is its values at one instant.
     *
     * @param array group and name, such as {@code PointData/pressure}
     * @param used the slabs that steps refer to; 1 if it never changes
     * @param stored the slabs that the dataset has room for
     */
    public record Slabs(String array, int used, long stored) {

        /** Whether all steps have the same values. */
        public boolean isConstant() {
            return used == 1;
        }
    }

    public SeriesOutline {
        shared = List.copyOf(shared);
    }
}
