package io.vtkhdf.shape;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ScalarType;

/** Arrays that are like others but for one thing. */
final class Alike {

    private Alike() {}

    static ArraySpec ofType(ArraySpec array, ScalarType type) {
        return new ArraySpec(array.association(), array.name(), type, array.components(), array.componentNames());
    }

    static ArraySpec ofName(ArraySpec array, String name) {
        return new ArraySpec(array.association(), name, array.type(), array.components(), array.componentNames());
    }
}
