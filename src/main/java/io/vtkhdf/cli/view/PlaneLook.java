package io.vtkhdf.cli.view;

import io.vtkhdf.cli.slice.ValueRange;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a plane is to be shown.
 *
 * @param component which one; if empty, a tuple of several is shown by its magnitude
 * @param colourMap one of {@link PlanePictures#colourMaps()}
 * @param range the values of the first and last colour; empty for those of the plane
 */
record PlaneLook(OptionalInt component, String colourMap, Optional<ValueRange> range) {

    static PlaneLook of(Parameters parameters, int components) {
        Optional<Double> min = parameters.findNumber("min");
        Optional<Double> max = parameters.findNumber("max");
        if (min.isPresent() && max.isPresent() && !(min.get() < max.get())) {
            throw new IllegalArgumentException(
                    "found a range from " + min.get() + " to " + max.get() + ", expected the first to be lower");
        }
        OptionalInt component = parameters.find("component").isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(parameters.integer("component"));
        if (component.isPresent() && (component.getAsInt() < 0 || component.getAsInt() >= components)) {
            throw new IllegalArgumentException(
                    "found component " + component.getAsInt() + ", expected 0 to " + (components - 1));
        }
        return new PlaneLook(
                component, parameters.text("map"), min.flatMap(low -> max.map(high -> new ValueRange(low, high))));
    }
}
