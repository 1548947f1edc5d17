package io.vtkhdf.image;

import io.vtkhdf.error.ShownText;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Objects;

/**
 * A field array: {@link Numbers} in tuples, or {@link Strings}; small, and held whole. Two are equal if they hold the
 * same bits, with the same type, tuples and component names, under the same name.
 *
 * <p>Numbers are not copied: do not change them while the object is in use; as long as nobody does, it is immutable and
 * thread-safe.
 */
public abstract sealed class FieldArray {

    private final String name;
    private final int components;
    private final List<String> componentNames;

    private FieldArray(String name, int components, List<String> componentNames) {
        Names.require(name);
        this.name = name;
        this.components = components;
        this.componentNames = Names.ofComponents(name, components, componentNames);
    }

    /**
     * Numbers.
     *
     * @param values a primitive array of the type's carrier, its length a multiple of {@code components}; may be empty
     * @throws IllegalArgumentException if the array does not fit type and components
     */
    public static Numbers ofNumbers(String name, ScalarType type, int components, Object values) {
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
        return new Numbers(name, type, components, List.of(), values);
    }

    public static Numbers of(String name, double... values) {
        return ofNumbers(name, ScalarType.FLOAT64, 1, values);
    }

    public static Numbers of(String name, int... values) {
        return ofNumbers(name, ScalarType.INT32, 1, values);
    }

    public static Strings ofStrings(String name, List<String> strings) {
        return new Strings(name, List.of(), List.copyOf(strings));
    }

    /**
     * The same values, with a name for each component; empty for one that has none.
     *
     * @throws IllegalArgumentException if there are some names, but not one for each component
     */
    public abstract FieldArray withComponentNames(List<String> names);

    public final String name() {
        return name;
    }

    /** VTK's name of the type, such as {@code Float64}; {@code String} for strings. */
    public abstract String typeName();

    public final int components() {
        return components;
    }

    /** A name for each component, empty for one that has none; an empty list if none has. */
    public final List<String> componentNames() {
        return componentNames;
    }

    public abstract int tuples();

    /** Whether these are {@link Strings}. */
    public final boolean isStrings() {
        return this instanceof Strings;
    }

    /** @throws IllegalStateException if these are strings */
    public final Numbers asNumbers() {
        if (this instanceof Numbers numbers) {
            return numbers;
        }
        throw new IllegalStateException(ShownText.quoted(name) + " holds strings, not numbers");
    }

    /** @throws IllegalStateException if these are numbers */
    public final Strings asStrings() {
        if (this instanceof Strings strings) {
            return strings;
        }
        throw new IllegalStateException(
                ShownText.quoted(name) + " holds numbers of type " + typeName() + ", not strings");
    }

    /** Whether the other holds the same under the same name in a file, bit by bit. */
    public final boolean isSameAs(FieldArray other) {
        return Names.stored(name).equals(Names.stored(other.name)) && holdsSame(other);
    }

    private boolean holdsSame(FieldArray other) {
        return typeName().equals(other.typeName())
                && components == other.components
                && componentNames.equals(other.componentNames)
                && bits().equals(other.bits());
    }

    /** What is equal if all values are, bit by bit. */
    abstract Object bits();

    @Override
    public final boolean equals(Object other) {
        return other instanceof FieldArray that && name.equals(that.name) && holdsSame(that);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(name, components, bits());
    }

    /** Such as {@code 'TimeValue': 1 x Float64}; the number of values, all components together. */
    @Override
    public final String toString() {
        return ShownText.quoted(name) + ": " + (long) tuples() * components + " x " + typeName();
    }

    /** Numbers, in tuples of as many as there are components. */
    public static final class Numbers extends FieldArray {

        private final ScalarType type;
        private final Object values;

        private Numbers(String name, ScalarType type, int components, List<String> componentNames, Object values) {
            super(name, components, componentNames);
            this.type = type;
            this.values = values;
        }

        @Override
        public Numbers withComponentNames(List<String> names) {
            return new Numbers(name(), type, components(), names, values);
        }

        public ScalarType type() {
            return type;
        }

        @Override
        public String typeName() {
            return type.vtkName();
        }

        @Override
        public int tuples() {
            return Array.getLength(values) / components();
        }

        /** The values, as a primitive array of the type's carrier, tuple after tuple; not a copy. */
        public Object values() {
            return values;
        }

        /**
         * The values, tuple after tuple, such as {@code values(double[].class)}; not a copy.
         *
         * @throws IllegalArgumentException if it is not the class of arrays of the type's carrier
         */
        public <A> A values(Class<A> arrays) {
            if (!arrays.isInstance(values)) {
                throw new IllegalArgumentException(ShownText.quoted(name()) + ": " + type.vtkName() + " values come as "
                        + type.carrier() + "[], not as " + arrays.getSimpleName());
            }
            return arrays.cast(values);
        }

        @Override
        Object bits() {
            return type.toBytes(values);
        }
    }

    /** Strings, of 1 component. */
    public static final class Strings extends FieldArray {

        private final List<String> values;

        private Strings(String name, List<String> componentNames, List<String> values) {
            super(name, 1, componentNames);
            this.values = values;
        }

        @Override
        public Strings withComponentNames(List<String> names) {
            return new Strings(name(), names, values);
        }

        @Override
        public String typeName() {
            return "String";
        }

        @Override
        public int tuples() {
            return values.size();
        }

        public List<String> values() {
            return values;
        }

        @Override
        Object bits() {
            return values;
        }
    }
}
