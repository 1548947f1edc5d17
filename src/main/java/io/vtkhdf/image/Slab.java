package io.vtkhdf.image;

import java.io.Serializable;

/**
 * A run of neighbouring z slices of an array.
 *
 * @param first the first of them, counted from 0 whatever the image's extent
 * @param count how many they are, at least 1
 */
public record Slab(int first, int count) implements Serializable {

    /** @throws IllegalArgumentException with a negative first slice, or no slices */
    public Slab {
        if (first < 0 || count < 1) {
            throw new IllegalArgumentException(
                    "a slab has at least one slice from 0 on, found " + count + " from " + first + " on");
        }
    }

    /** All slices of an array of the given dimensions. */
    public static Slab all(Dimensions dimensions) {
        return new Slab(0, dimensions.z());
    }

    /** Whether an array of the given dimensions has all of these slices. */
    public boolean isWithin(Dimensions dimensions) {
        return count <= dimensions.z() - first;
    }

    @Override
    public String toString() {
        return count == 1 ? "slice " + first : "slices " + first + " to " + (first + (long) count - 1);
    }
}
