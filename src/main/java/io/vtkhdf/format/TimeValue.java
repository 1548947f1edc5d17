package io.vtkhdf.format;

import io.vtkhdf.image.FieldArray;
import java.util.OptionalDouble;

/** The time of a static image: a field array of one number, as VTK's writers of other formats make it. */
public final class TimeValue {

    /** The field array's name. */
    public static final String NAME = "TimeValue";

    /** Of a series, VTK's readers add a field array of this name, with the time of the step. */
    public static final String ADDED_BY_VTK = "Time";

    private TimeValue() {}

    /** Whether a field array of this name tells the time of a step. */
    public static boolean isName(String name) {
        return name.equals(NAME) || name.equals(ADDED_BY_VTK);
    }

    /** The time that a field array is; empty if it is called otherwise, or is not one finite number. */
    public static OptionalDouble of(FieldArray field) {
        if (!field.name().equals(NAME)
                || !(field instanceof FieldArray.Numbers numbers)
                || numbers.tuples() != 1
                || numbers.components() != 1) {
            return OptionalDouble.empty();
        }
        double time = numbers.type().doubleAt(numbers.values(), 0);
        return Double.isFinite(time) ? OptionalDouble.of(time + 0.0) : OptionalDouble.empty(); // Never -0.0.
    }
}
