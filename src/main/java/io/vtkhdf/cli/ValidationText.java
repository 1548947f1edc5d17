package io.vtkhdf.cli;

import io.vtkhdf.Finding;
import io.vtkhdf.Validation;
import io.vtkhdf.compat.Reading;
import io.vtkhdf.file.ShownText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints a {@link Validation} for people. */
final class ValidationText {

    private ValidationText() {}

    static void print(Path file, Validation validation, PrintWriter out) {
        out.println(ShownText.of(file.toString()) + ": " + state(validation));
        for (Finding finding : validation.findings()) {
            out.println("  " + finding.severity().name().toLowerCase(Locale.ROOT) + ": " + ShownText.of(text(finding)));
        }
        out.println();
        printReadings(validation.readings(), out);
    }

    private static String state(Validation validation) {
        String format = validation.isValid() ? "valid" : "invalid";
        return validation
                .unfinished()
                .map(found -> ShownText.of(UnfinishedWords.state(found)) + "; its structure is " + format)
                .orElse(format);
    }

    private static String text(Finding finding) {
        return finding.severity() == Finding.Severity.NOTE
                ? finding.path() + ": " + finding.found()
                : finding.path() + ": found " + finding.found() + ", expected " + finding.expected();
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
        reasons.stream().skip(1).forEach(reason -> table.row("", "", "", reason));
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
