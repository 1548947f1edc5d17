package io.vtkhdf.cli.diff;

import io.vtkhdf.cli.text.TextTable;
import io.vtkhdf.compare.ImageDifference;
import io.vtkhdf.text.Numbers;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints an {@link ImageDifference} for people: what differs, and a last line that says how much of all that is. */
final class DiffText {

    private static final int LONGEST_VALUE = 40;

    private final ImageDifference difference;
    /** Of a step of series, if it differs. */
    private final Optional<ImageDifference.Property> time;

    private final String a;
    private final String b;

    DiffText(ImageDifference difference, String a, String b) {
        this(difference, Optional.empty(), a, b);
    }

    DiffText(ImageDifference difference, Optional<ImageDifference.Property> time, String a, String b) {
        this.difference = difference;
        this.time = time;
        this.a = a;
        this.b = b;
    }

    void print(PrintWriter out) {
        printForgiven(out);
        printDifferences(out);
    }

    void printDifferences(PrintWriter out) {
        printProperties(out);
        printValues(out);
        printAllowed(out);
        out.println(verdict());
    }

    /** What is written in another way and yet no difference. */
    void printForgiven(PrintWriter out) {
        if (difference.samePoints() && !difference.geometry().isEmpty()) {
            out.println("No difference, but written in another way: the points are at the same places in space.");
            TextTable table = heading();
            difference.geometry().forEach(property -> row(table, property.name(), property));
            printIfAny(table, out);
        }
        List<ImageDifference.OfArray> renamed = difference.arrays().stream()
                .filter(array -> !array.nameInB().equals(array.name()))
                .toList();
        if (!renamed.isEmpty()) {
            out.println("No difference, but another name: VTKHDF stores '/' and '.' in a name as '_'.");
            TextTable table = heading();
            renamed.forEach(array -> table.row(of(array), array.name(), array.nameInB()));
            printIfAny(table, out);
        }
    }

    private TextTable heading() {
        TextTable table = TextTable.cut();
        table.row("", "A " + a, "B " + b);
        return table;
    }

    private void printProperties(PrintWriter out) {
        TextTable table = heading();
        time.ifPresent(property -> row(table, property.name(), property));
        if (!difference.samePoints()) {
            difference.geometry().forEach(property -> row(table, property.name(), property));
        }
        for (ImageDifference.OfArray array : difference.arrays()) {
            if (array.presence() != ImageDifference.Presence.BOTH) {
                boolean inA = array.presence() == ImageDifference.Presence.ONLY_A;
                table.row(name(array), inA ? "there" : "missing", inA ? "missing" : "there");
            }
            array.properties().forEach(property -> row(table, name(array) + ": " + property.name(), property));
        }
        difference.active().forEach(property -> row(table, "active " + property.name(), property));
        printIfAny(table, out);
    }

    private static void row(TextTable table, String name, ImageDifference.Property property) {
        table.row(name, shown(property.a()), shown(property.b()));
    }

    private static String shown(String value) {
        return value.isEmpty() || value.equals("[]") ? "none" : value;
    }

    private void printValues(PrintWriter out) {
        TextTable table = TextTable.cut();
        TextTable places = TextTable.cut();
        table.row("array", "values", "differ", "", "largest", "relative", "rms");
        places.row("array", "largest at", "component", "in A", "in B");
        for (ImageDifference.OfArray array : difference.arrays()) {
            array.values().filter(values -> values.differing() > 0).ifPresent(values -> {
                row(table, array, values);
                place(places, array, values.worst().orElseThrow());
            });
        }
        printIfAny(table, out);
        printIfAny(places, out);
    }

    private void printAllowed(PrintWriter out) {
        TextTable table = TextTable.cut();
        table.row("array within the tolerance", "largest", "rms");
        for (ImageDifference.OfArray array : difference.arrays()) {
            array.values()
                    .filter(values ->
                            values.differing() == 0 && values.distance().largest() > 0)
                    .ifPresent(values -> table.row(
                            name(array),
                            Numbers.text(values.distance().largest()),
                            Numbers.text(values.distance().rootMeanSquare())));
        }
        printIfAny(table, out);
    }

    private static void row(TextTable table, ImageDifference.OfArray array, ImageDifference.OfValues values) {
        ImageDifference.Worst worst = values.worst().orElseThrow();
        table.row(
                name(array),
                Long.toString(values.count()),
                Long.toString(values.differing()),
                Numbers.share(values.differing(), values.count()),
                worst.difference().map(Numbers::text).orElse("-"),
                worst.difference().isPresent() ? Numbers.text(values.relative()) : "-",
                worst.difference().isPresent() ? Numbers.text(values.distance().rootMeanSquare()) : "-");
    }

    private static void place(TextTable table, ImageDifference.OfArray array, ImageDifference.Worst worst) {
        table.row(
                name(array),
                worst.index().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                Integer.toString(worst.component()),
                shortened(worst.a()),
                shortened(worst.b()));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    private static void printIfAny(TextTable table, PrintWriter out) {
        if (table.rows() > 1) {
            table.print(out);
            out.println();
        }
    }

    private static String name(ImageDifference.OfArray array) {
        return of(array) + " '" + array.name() + "'";
    }

    private static String of(ImageDifference.OfArray array) {
        return array.association().name().toLowerCase(Locale.ROOT);
    }

    private boolean isByTypes() {
        return time.isEmpty()
                && difference.samePoints()
                && difference.active().isEmpty()
                && difference.arrays().stream().allMatch(array -> array.isSame() || array.isOfSameValues());
    }

    private String verdict() {
        long compared = difference.arrays().size();
        long differing =
                difference.arrays().stream().filter(array -> !array.isSame()).count();
        if (difference.isSame() && time.isEmpty()) {
            return "the same: the geometry and " + Numbers.counted(compared, "array");
        }
        return "different: " + (time.isEmpty() ? "" : "the time, ")
                + (difference.samePoints() ? "" : "the geometry, ") + differing + " of "
                + Numbers.counted(compared, "array")
                + (difference.active().isEmpty() ? "" : ", which arrays are active")
                + (isByTypes() ? "; the values are the same, --ignore-type leaves it at that" : "");
    }
}
