package io.vtkhdf.cli.slice;

import java.awt.Color;

/** Values beyond any scale, which a picture shows in colours of their own, none of {@link Viridis}. */
enum SpecialValue {
    NAN("NaN", 0xd9a6b5),
    INFINITY("inf", 0xd7191c),
    MINUS_INFINITY("-inf", 0x9ecbff);

    private final String text;
    private final Color colour;

    SpecialValue(String text, int rgb) {
        this.text = text;
        this.colour = new Color(rgb);
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

    Color colour() {
        return colour;
    }
}
