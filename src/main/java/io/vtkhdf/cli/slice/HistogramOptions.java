package io.vtkhdf.cli.slice;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.Args;
import io.vtkhdf.distribution.ValueHistogram;
import io.vtkhdf.picture.RangeEnd;
import io.vtkhdf.plane.PlaneSet;
import io.vtkhdf.plane.ValueSurvey;
import io.vtkhdf.text.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --histogram}: how often which values are there. */
final class HistogramOptions implements Args {

    private static final int DEFAULT_BINS = 32;
    private static final int MOST_BINS = 4096;

    private final Arg<Boolean> histogram = Arg.flag(
            "--histogram",
            "How many values lie in which range, of all slices unless --index names some: as text, or with -o as PNG or"
                    + " CSV. --range gives the ends.");

    private final Arg<Integer> bins = Arg.of(
            Integer.class,
            OptionSpec.builder("--bins")
                    .paramLabel("N")
                    .description("With --histogram: how many ranges. Default: 32."));

    @Override
    public List<Arg<?>> args() {
        return List.of(histogram, bins);
    }

    boolean isGiven() {
        return histogram.isGiven();
    }

    /** @param isFile whether there is an output */
    void requireFitting(SliceFormat format, boolean isFile) {
        if (bins.isGiven() && (!isGiven() || bins.get() < 1 || bins.get() > MOST_BINS)) {
            throw new IllegalArgumentException(
                    "found --bins " + bins.get() + ", expected 1 to " + MOST_BINS + ", with --histogram");
        } else if (isGiven() && isFile && format != SliceFormat.PNG && format != SliceFormat.CSV) {
            throw new IllegalArgumentException(
                    "found --histogram with " + format.extension() + ", expected .png or .csv");
        }
    }

    /**
     * Counts the values of planes.
     *
     * @param range empty for all of them
     */
    ValueHistogram count(PlaneSet planes, Optional<RangeOption> range) throws IOException {
        ValueSurvey survey = new ValueSurvey();
        planes.forEach(survey::add);
        double min = survey.min();
        double max = survey.max();
        if (range.isPresent()) {
            min = end(range.get().low(), planes, survey);
            max = end(range.get().high(), planes, survey);
        }
        return survey.histogram(planes, bins.isGiven() ? bins.get() : DEFAULT_BINS, min, Math.max(min, max));
    }

    private static double end(RangeEnd end, PlaneSet planes, ValueSurvey survey) throws IOException {
        return survey.isEmpty() && end.isPercentile() ? 0 : end.of(planes, survey);
    }

    /** What lies in none of the ranges; empty if nothing does. */
    static String rest(ValueHistogram histogram) {
        StringBuilder rest = new StringBuilder();
        append(rest, histogram.below(), "below");
        append(rest, histogram.above(), "above");
        append(rest, histogram.notFinite(), "not finite");
        return rest.toString();
    }

    private static void append(StringBuilder rest, long count, String where) {
        if (count > 0) {
            rest.append(rest.length() == 0 ? "" : ", ")
                    .append(Numbers.counted(count, "value"))
                    .append(' ')
                    .append(where);
        }
    }
}
