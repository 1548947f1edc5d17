package io.vtkhdf.picture;

/**
 * What no colour of a map stands for: each {@link ColourMap} has colours of its own for these, none like its others.
 */
public enum SpecialValue {
    NAN("NaN"),
    INFINITY("inf"),
    MINUS_INFINITY("-inf"),
    BELOW("below"),
    ABOVE("above");

    private final String text;

    SpecialValue(String text) {
        this.text = text;
    }

    /** @param value not finite */
    static SpecialValue of(double value) {
        if (Double.isNaN(value)) {
            return NAN;
        }
        return value > 0 ? INFINITY : MINUS_INFINITY;
    }

    String text() {
        return text;
    }
}
