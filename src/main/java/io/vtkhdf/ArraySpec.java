package io.vtkhdf;

import java.util.Objects;

/** A point or cell array: its name and the type and number of the components of its tuples. */
public record ArraySpec(Association association, String name, ScalarType type, int components) {

    /** @throws IllegalArgumentException with an empty name, fewer than 1 component, or {@link Association#FIELD} */
    public ArraySpec {
        Objects.requireNonNull(type, "type");
        if (association == Association.FIELD) {
            throw new IllegalArgumentException("'" + name + "': a field array is a FieldArray, not an ArraySpec");
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an array needs a name, found an empty one");
        }
        if (components < 1) {
            throw new IllegalArgumentException(
                    "'" + name + "': an array has at least 1 component, found " + components);
        }
    }

    public static ArraySpec point(String name, ScalarType type) {
        return new ArraySpec(Association.POINT, name, type, 1);
    }

    public static ArraySpec cell(String name, ScalarType type) {
        return new ArraySpec(Association.CELL, name, type, 1);
    }

    public ArraySpec withComponents(int components) {
        return new ArraySpec(association, name, type, components);
    }

    /** The bytes of one tuple. */
    public int tupleSize() {
        return Math.multiplyExact(components, type.size());
    }
}
