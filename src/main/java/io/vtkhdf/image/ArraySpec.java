package io.vtkhdf.image;

import io.vtkhdf.error.ShownText;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A point or cell array: its name and the type and number of the components of its tuples.
 *
 * @param componentNames a name for each component, empty for one that has none; an empty list if none has. VTKHDF has
 *     no place for them: they stand in an attribute that VTK passes over.
 */
public record ArraySpec(
        Association association, String name, ScalarType type, int components, List<String> componentNames)
        implements Serializable {

    /**
     * @throws IllegalArgumentException with an empty name, fewer than 1 component, another number of component names,
     *     or {@link Association#FIELD}
     */
    public ArraySpec {
        Objects.requireNonNull(type, "type");
        if (association == Association.FIELD) {
            throw new IllegalArgumentException(
                    ShownText.quoted(name) + ": a field array is a FieldArray, not an ArraySpec");
        }
        Names.require(name);
        if (components < 1) {
            throw new IllegalArgumentException(
                    ShownText.quoted(name) + ": an array has at least 1 component, found " + components);
        }
        componentNames = Names.ofComponents(name, components, componentNames);
    }

    /** An array whose components have no names. */
    public ArraySpec(Association association, String name, ScalarType type, int components) {
        this(association, name, type, components, List.of());
    }

    public static ArraySpec point(String name, ScalarType type) {
        return new ArraySpec(Association.POINT, name, type, 1);
    }

    public static ArraySpec cell(String name, ScalarType type) {
        return new ArraySpec(Association.CELL, name, type, 1);
    }

    /** So many components, without names. */
    public ArraySpec withComponents(int components) {
        return new ArraySpec(association, name, type, components);
    }

    /** A name for each component; empty for one that has none. */
    public ArraySpec withComponentNames(List<String> names) {
        return new ArraySpec(association, name, type, components, names);
    }

    /** The bytes of one tuple. */
    public int tupleSize() {
        return Math.multiplyExact(components, type.size());
    }

    // The methods that records have by themselves are made when they are first called, which takes 20 ms.

    @Override
    public boolean equals(Object other) {
        return other instanceof ArraySpec that
                && association == that.association
                && name.equals(that.name)
                && type == that.type
                && components == that.components
                && componentNames.equals(that.componentNames);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
