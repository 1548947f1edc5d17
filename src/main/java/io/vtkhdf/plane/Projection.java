package io.vtkhdf.plane;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ScalarType;

/** What becomes of the values behind each other. NaN counts only where there is nothing else. */
public enum Projection {
    MAX,
    MEAN,
    MIN;

    /** Largest and smallest are of the array's own type, a mean is of double precision. */
    ArraySpec of(ArraySpec spec) {
        return this == MEAN
                ? new ArraySpec(
                        spec.association(), spec.name(), ScalarType.FLOAT64, spec.components(), spec.componentNames())
                : spec;
    }
}
