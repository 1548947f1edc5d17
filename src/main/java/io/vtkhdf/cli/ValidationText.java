package io.vtkhdf.cli;

import io.vtkhdf.Finding;
import io.vtkhdf.Validation;
import io.vtkhdf.compat.Reading;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints a {@link Validation} for people. */
final class ValidationText {

    private ValidationText() {}

    static void print(Path file, Validation validation, PrintWriter out) {
        out.println(file + ": " + (validation.isValid() ? "valid" : "invalid"));
        for (Finding finding : validation.findings()) {
            out.println("  " + finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.path() + ": found "
                    + finding.found() + ", expected " + finding.expected());
        }
        out.println();
        printReadings(validation.readings(), out);
    }

    private static void printReadings(List<Reading> readings, PrintWriter out) {
        TextTable table = new TextTable();
        table.row("VTK", "ParaView", "", "");
        for (Reading reading : readings) {
            String vtk = reading.release().version();
            String paraview = String.join(", ", reading.release().paraview());
            String verdict = verdict(reading);
            if (reading.reasons().isEmpty()) {
                table.row(vtk, paraview, verdict);
            }
            for (int i = 0; i < reading.reasons().size(); i++) {
                String reason = reading.reasons().get(i);
                if (i == 0) {
                    table.row(vtk, paraview, verdict, reason);
                } else {
                    table.row("", "", "", reason);
                }
            }
        }
        table.print(out);
    }

    private static String verdict(Reading reading) {
        return switch (reading.verdict()) {
            case READ -> "reads it";
            case WRONG -> "misreads it";
            case REFUSED -> "refuses it";
            case CRASHED -> "crashes";
        };
    }
}
