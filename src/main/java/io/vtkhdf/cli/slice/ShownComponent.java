package io.vtkhdf.cli.slice;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.plane.ArrayValues;
import io.vtkhdf.plane.ComponentValues;
import java.util.List;
import java.util.OptionalInt;

/** What is shown of tuples: all of their components, one, or their magnitude. */
public record ShownComponent(Kind kind, int component) {

    private static final String MAGNITUDE = "magnitude";
    private static final String COLOURS = "rgb";

    /** What that is. */
    public enum Kind {
        ALL,
        COLOURS,
        MAGNITUDE,
        ONE
    }

    /**
     * @param text of the option; null if there is none
     * @param isPicture which cannot show several components but as a colour
     */
    public static ShownComponent of(String text, ArraySpec array, boolean isPicture) {
        boolean isColour = array.type() == ScalarType.UINT8 && (array.components() == 3 || array.components() == 4);
        if (text == null) {
            boolean isWhole = !isPicture || array.components() == 1;
            return new ShownComponent(isWhole ? Kind.ALL : isColour ? Kind.COLOURS : Kind.MAGNITUDE, 0);
        }
        List<String> names = array.componentNames();
        int last = array.components() - 1;
        if (names.contains(text)) {
            return new ShownComponent(Kind.ONE, names.indexOf(text));
        } else if (text.equals(MAGNITUDE)) {
            return new ShownComponent(array.components() == 1 ? Kind.ALL : Kind.MAGNITUDE, 0);
        } else if (text.equals(COLOURS) && isColour && isPicture) {
            return new ShownComponent(Kind.COLOURS, 0);
        } else if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) <= last) {
            return new ShownComponent(Kind.ONE, Integer.parseInt(text));
        }
        String known = names.isEmpty() ? "" : ", one of " + String.join(", ", names);
        throw new IllegalArgumentException("found --component " + text + ", expected 0 to " + last + known + ", or "
                + MAGNITUDE + (isColour && isPicture ? " or " + COLOURS : ""));
    }

    public ArrayValues of(ArrayValues values) {
        return switch (kind) {
            case ALL, COLOURS -> values;
            case MAGNITUDE -> new ComponentValues(values, OptionalInt.empty());
            case ONE -> new ComponentValues(values, OptionalInt.of(component));
        };
    }

    /** Such as {@code velocity, component 0 (u)}. */
    public String title(ArraySpec array) {
        return switch (kind) {
            case ALL, COLOURS -> array.name();
            case MAGNITUDE -> array.name() + ", " + MAGNITUDE;
            case ONE ->
                array.components() == 1 ? array.name() : array.name() + ", component " + component + named(array);
        };
    }

    private String named(ArraySpec array) {
        String name =
                array.componentNames().isEmpty() ? "" : array.componentNames().get(component);
        return name.isEmpty() ? "" : " (" + name + ")";
    }
}
