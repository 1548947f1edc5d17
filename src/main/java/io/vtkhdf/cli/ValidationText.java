package io.vtkhdf.cli;

import io.vtkhdf.cli.text.TextTable;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.compat.Reading;
import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.text.Numbers;
import io.vtkhdf.validate.SeriesOutline;
import io.vtkhdf.validate.SeriesOutline.Slabs;
import io.vtkhdf.validate.Validation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Prints a {@link Validation} for people. */
final class ValidationText {

    /** The first to read cell data, field data and time series of images. */
    private static final VtkRelease OLDEST_CURRENT = VtkRelease.VTK_9_3;

    /** So many reasons are told: an image may have hundreds of arrays of a kind. */
    private static final int MOST_REASONS = 5;

    private static final String NOT_READ = "no VTK from " + OLDEST_CURRENT.version() + " on reads it as it is";

    private ValidationText() {}

    static void print(Path file, Validation validation, PrintWriter out) {
        out.println(ShownText.of(file.toString()) + ": " + state(validation));
        validation.series().ifPresent(series -> printSeries(series, out));
        FindingLines.of(validation.findings()).forEach(line -> out.println("  " + ShownText.of(line)));
        out.println();
        printReadings(validation.readings(), out);
    }

    private static void printSeries(SeriesOutline series, PrintWriter out) {
        String times = series.firstTime().isPresent() && series.lastTime().isPresent()
                ? "times "
                        + Numbers.range(
                                series.firstTime().getAsDouble(),
                                series.lastTime().getAsDouble())
                : "no times";
        out.println("  " + Numbers.counted(series.steps(), "step") + ", " + times);
        printSlabs("the same at every step", series.shared().stream().filter(Slabs::isConstant), Slabs::array, out);
        printSlabs(
                "steps share slabs",
                series.shared().stream().filter(array -> !array.isConstant() && array.used() < series.steps()),
                array -> array.array() + " (" + array.used() + " for " + series.steps() + " steps)",
                out);
        printSlabs(
                "slabs of no step",
                series.shared().stream().filter(array -> array.used() < array.stored()),
                array -> array.array() + " (" + (array.stored() - array.used()) + " of " + array.stored() + ")",
                out);
    }

    private static void printSlabs(String what, Stream<Slabs> arrays, Function<Slabs, String> words, PrintWriter out) {
        List<String> names = arrays.map(words).toList();
        if (!names.isEmpty()) {
            out.println("  " + what + ": " + ShownText.of(FindingLines.names(names)));
        }
    }

    private static String state(Validation validation) {
        String format = !validation.isValid() ? "invalid" : isRead(validation) ? "valid" : "valid, but " + NOT_READ;
        return validation
                .unfinished()
                .map(found -> ShownText.of(UnfinishedWords.state(found)) + "; its structure is " + format)
                .orElse(format);
    }

    /** Whether a current release reads it as it is. */
    static boolean isRead(Validation validation) {
        return validation.readings().stream()
                .anyMatch(reading -> reading.release().compareTo(OLDEST_CURRENT) >= 0 && reading.isRight());
    }

    /** Neighbouring releases that do the same for the same reasons share a row. */
    private static void printReadings(List<Reading> readings, PrintWriter out) {
        TextTable table = new TextTable();
        table.row("VTK", "ParaView");
        for (int first = 0, next; first < readings.size(); first = next) {
            next = first + 1;
            while (next < readings.size() && isAlike(readings.get(first), readings.get(next))) {
                next++;
            }
            addRows(table, readings.subList(first, next));
        }
        table.print(out);
    }

    private static boolean isAlike(Reading one, Reading other) {
        return one.verdict() == other.verdict() && one.reasons().equals(other.reasons());
    }

    private static void addRows(TextTable table, List<Reading> alike) {
        Reading first = alike.get(0);
        Reading last = alike.get(alike.size() - 1);
        List<String> reasons = first.reasons();
        table.row(
                range(first.release().version(), last.release().version()),
                range(paraview(first), paraview(last)),
                verdict(first),
                reasons.isEmpty() ? "" : reasons.get(0));
        reasons.stream().limit(MOST_REASONS).skip(1).forEach(reason -> table.row("", "", "", reason));
        if (reasons.size() > MOST_REASONS) {
            table.row("", "", "", "and " + (reasons.size() - MOST_REASONS) + " more reasons (--json tells all)");
        }
    }

    private static String paraview(Reading reading) {
        return String.join(", ", reading.release().paraview());
    }

    private static String range(String first, String last) {
        return first.equals(last) ? first : first + " to " + last;
    }

    private static String verdict(Reading reading) {
        return switch (reading.verdict()) {
            case READ -> "read";
            case WRONG -> "misread";
            case REFUSED -> "refused";
            case CRASHED -> "crashes the reader";
        };
    }
}
