package io.vtkhdf.compare;

import io.vtkhdf.compare.ImageDifference.OfArray;
import io.vtkhdf.compare.ImageDifference.Presence;
import io.vtkhdf.compare.ImageDifference.Property;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.SeriesTarget;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Judges whether a finished file is what a conversion would write, by all that can be told without reading all values
 * of its point and cell arrays: geometry, arrays, fields and active arrays. How it stores them does not count.
 */
public final class FinishedOutput {

    private FinishedOutput() {}

    /**
     * The first difference, in words; empty if there is none.
     *
     * @param valueBytes how much of the beginning of each array is compared, too; 0 for nothing of it
     */
    public static Optional<String> difference(ImageSource image, SeriesTarget target, long valueBytes)
            throws IOException {
        try (ImageSeries written = ImageSources.openSeries(target.file())) {
            int steps = written.times().length;
            if (steps > 1) {
                return Optional.of("steps: " + describe(Integer.toString(steps), "1"));
            }
            try (ImageSource found = written.open(0)) {
                return difference(image, found, target, valueBytes);
            }
        }
    }

    /** The same of a series: of its times, and step by step; values of the first and the last one. */
    public static Optional<String> difference(ImageSeries series, SeriesTarget target, long valueBytes)
            throws IOException {
        try (ImageSeries written = ImageSources.openSeries(target.file())) {
            double[] times = series.times();
            if (!areSame(times, written.times())) {
                return Optional.of("times: " + describe(Arrays.toString(written.times()), Arrays.toString(times)));
            }
            for (int step = 0; step < times.length; step++) {
                try (ImageSource image = series.open(step);
                        ImageSource found = written.open(step)) {
                    boolean isEnd = step == 0 || step == times.length - 1;
                    Optional<String> difference =
                            difference(image, target.storable(found), target, isEnd ? valueBytes : 0);
                    if (difference.isPresent()) {
                        return Optional.of("step " + step + ": " + difference.get());
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** Unlike {@link Arrays#equals(double[], double[])} it takes the two zeros for one. */
    private static boolean areSame(double[] times, double... others) {
        return times.length == others.length
                && IntStream.range(0, times.length).allMatch(step -> times[step] == others[step]);
    }

    private static Optional<String> difference(
            ImageSource image, ImageSource found, SeriesTarget target, long valueBytes) throws IOException {
        List<Property> geometry = GeometryComparison.written(target.storedGeometry(image.geometry()), found.geometry());
        ImageComparison comparison = target.keepsNames()
                ? new ImageComparison(target.storable(image), found)
                : new ImageComparison(nameless(image), nameless(found));
        ImageDifference rest = (valueBytes == 0 ? comparison.withoutValues() : comparison.beginnings(valueBytes)).run();
        return Stream.of(
                        found.unreadable().stream().map(UnreadableArray::message),
                        geometry.stream().map(FinishedOutput::describe),
                        rest.arrays().stream().flatMap(FinishedOutput::describe),
                        rest.active().stream().map(role -> "active " + describe(role)))
                .flatMap(differences -> differences)
                .findFirst();
    }

    private static ImageSource nameless(ImageSource image) {
        return NamelessArray.of(image).orElse(image);
    }

    private static String describe(Property property) {
        return property.name() + " " + describe(property.b(), property.a());
    }

    private static String describe(String found, String expected) {
        return "found " + shown(found) + ", expected " + shown(expected);
    }

    private static String shown(String value) {
        return value.isEmpty() || value.equals("[]") ? "none" : value;
    }

    private static Stream<String> describe(OfArray array) {
        String name = array.association().groupName() + "/" + array.nameInB();
        if (array.presence() != Presence.BOTH) {
            String found = array.presence() == Presence.ONLY_A ? "no such array" : "an array";
            String expected = array.presence() == Presence.ONLY_A ? "one" : "none";
            return Stream.of(name + ": " + describe(found, expected));
        }
        return Stream.concat(
                array.properties().stream().map(property -> name + ": " + describe(property)),
                array.values().stream()
                        .flatMap(values -> values.worst().stream())
                        .map(worst -> name + ": " + describe(worst.b(), worst.a())));
    }
}
