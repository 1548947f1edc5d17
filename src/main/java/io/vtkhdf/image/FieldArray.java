package io.vtkhdf.image;

import io.vtkhdf.error.ShownText;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;

/**
 * A field array: numbers in tuples, or strings; small, and held whole. The values are not copied: do not change them
 * while the object is in use; as long as nobody does, it is immutable and thread-safe.
 */
public final class FieldArray {

    private final String name;
    private final ScalarType type;
    private final int components;
    private final List<String> componentNames;
    private final Object values;
    private final List<String> strings;

    private FieldArray(
            String name,
            ScalarType type,
            int components,
            List<String> componentNames,
            Object values,
            List<String> strings) {
        Names.require(name);
        this.name = name;
        this.type = type;
        this.components = components;
        this.componentNames = Names.ofComponents(name, components, componentNames);
        this.values = values;
        this.strings = strings;
    }

    /**
     * Numbers.
     *
     * @param values a primitive array of the type's carrier, its length a multiple of {@code components}; may be empty
     * @throws IllegalArgumentException if the array does not fit type and components
     */
    public static FieldArray ofNumbers(String name, ScalarType type, int components, Object values) {
        if (components < 1) {
            throw new IllegalArgumentException(
                    ShownText.quoted(name) + ": an array has at least 1 component, found " + components);
        }
        if (values.getClass().getComponentType() != type.carrier()) {
            throw new IllegalArgumentException(ShownText.quoted(name) + ": " + type.vtkName() + " values come as "
                    + type.carrier() + "[], found " + values.getClass().getSimpleName());
        }
        if (Array.getLength(values) % components != 0) {
            throw new IllegalArgumentException(ShownText.quoted(name) + ": found " + Array.getLength(values)
                    + " values, expected a multiple of the " + components + " components");
        }
        return new FieldArray(name, type, components, List.of(), values, null);
    }

    public static FieldArray of(String name, double... values) {
        return ofNumbers(name, ScalarType.FLOAT64, 1, values);
    }

    public static FieldArray of(String name, int... values) {
        return ofNumbers(name, ScalarType.INT32, 1, values);
    }

    public static FieldArray ofStrings(String name, List<String> strings) {
        return new FieldArray(name, null, 1, List.of(), null, List.copyOf(strings));
    }

    /**
     * The same values, with a name for each component; empty for one that has none.
     *
     * @throws IllegalArgumentException if there are some names, but not one for each component
     */
    public FieldArray withComponentNames(List<String> names) {
        return new FieldArray(name, type, components, names, values, strings);
    }

    public String name() {
        return name;
    }

    public boolean isStrings() {
        return strings != null;
    }

    /** The type of the numbers; empty for strings. */
    public Optional<ScalarType> type() {
        return Optional.ofNullable(type);
    }

    public int components() {
        return components;
    }

    /** A name for each component, empty for one that has none; an empty list if none has. */
    public List<String> componentNames() {
        return componentNames;
    }

    public int tuples() {
        return isStrings() ? strings.size() : Array.getLength(values) / components;
    }

    /** The numbers, as a primitive array of the type's carrier, tuple after tuple; null for strings. */
    public Object values() {
        return values;
    }

    /** Whether the other holds the same under the same name in a file, bit by bit. */
    public boolean isSameAs(FieldArray other) {
        return Names.stored(name).equals(Names.stored(other.name))
                && type == other.type
                && components == other.components
                && componentNames.equals(other.componentNames)
                && (isStrings()
                        ? strings.equals(other.strings)
                        : type.toBytes(values).equals(type.toBytes(other.values)));
    }

    /** The strings; null for numbers. */
    public List<String> strings() {
        return strings;
    }
}
