package io.vtkhdf.cli.view;

import io.vtkhdf.picture.RangeEnd;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a plane is to be shown.
 *
 * @param component which one; if empty, a tuple of several is shown as the colour that it is, or by its magnitude
 * @param isMagnitude whether it is shown by its magnitude in any case
 * @param colourMap one of {@link PlanePictures#colourMaps()}
 * @param isLogarithmic whether colours stand for the logarithms of values
 * @param low the value of the first colour; if it or the other one is empty, they are those of the plane
 * @param high the value of the last colour
 */
record PlaneLook(
        OptionalInt component,
        boolean isMagnitude,
        String colourMap,
        boolean isLogarithmic,
        Optional<RangeEnd> low,
        Optional<RangeEnd> high) {

    private static final String MAGNITUDE = "magnitude";

    static PlaneLook of(Parameters parameters, int components) {
        return new PlaneLook(
                component(parameters, components),
                parameters.find("component").filter(MAGNITUDE::equals).isPresent(),
                parameters.text("map"),
                parameters.find("log").isPresent(),
                end(parameters, "min"),
                end(parameters, "max"));
    }

    /** A number, or a percentile such as {@code 2%}. */
    private static Optional<RangeEnd> end(Parameters parameters, String name) {
        boolean isPercentile =
                parameters.find(name).filter(text -> text.endsWith("%")).isPresent();
        return parameters.findNumber(name).map(number -> new RangeEnd(number, isPercentile));
    }

    private static OptionalInt component(Parameters parameters, int components) {
        if (parameters.find("component").filter(text -> !text.equals(MAGNITUDE)).isEmpty()) {
            return OptionalInt.empty();
        }
        int component = parameters.integer("component");
        if (component < 0 || component >= components) {
            throw new IllegalArgumentException("found component " + component + ", expected 0 to " + (components - 1));
        }
        return OptionalInt.of(component);
    }
}
