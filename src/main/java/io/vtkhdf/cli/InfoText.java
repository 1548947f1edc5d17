package io.vtkhdf.cli;

import io.vtkhdf.cli.text.Sizes;
import io.vtkhdf.cli.text.StepWords;
import io.vtkhdf.cli.text.TextTable;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Bounds;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.read.StoredLayout;
import io.vtkhdf.text.Numbers;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints an {@link ImageInfo} for people. */
final class InfoText {

    /** The only type of VTKHDF file there is so far. */
    static final String TYPE = "ImageData";

    private static final int SHOWN_VALUES = 8;

    private InfoText() {}

    static void print(ImageInfo info, PrintWriter out) {
        printGeometry(info, out);
        List<ImageInfo.ArrayInfo> arrays =
                info.arrays().stream().filter(array -> !isField(array)).collect(Collectors.toList());
        out.println();
        if (arrays.isEmpty()) {
            long leftOut = info.leftOut().stream()
                    .filter(array -> array.association() != Association.FIELD)
                    .count();
            out.println(
                    leftOut == 0 ? "no point or cell arrays" : "no arrays that can be read (" + leftOut + " left out)");
        } else {
            printArrays(arrays, out);
        }
        if (!info.active().isEmpty()) {
            out.println();
            printActive(info.active(), out);
        }
        if (!info.fields().isEmpty()) {
            out.println();
            printFields(info, out);
        }
    }

    private static boolean isField(ImageInfo.ArrayInfo array) {
        return array.association() == Association.FIELD;
    }

    private static void printGeometry(ImageInfo info, PrintWriter out) {
        ImageGeometry geometry = info.geometry();
        TextTable table = new TextTable();
        table.row(
                "type",
                info.version().map(version -> TYPE + ", VTKHDF " + version).orElse(TYPE));
        table.row("file", Sizes.text(info.fileBytes()));
        if (info.version().isPresent() && info.arrays().stream().allMatch(InfoText::isBare)) {
            table.row("storage", "contiguous");
        }
        info.unfinished().ifPresent(found -> table.row("state", UnfinishedWords.state(found)));
        if (info.times().length > 0) {
            table.row("steps", Integer.toString(info.times().length));
            table.row("times", times(info.times()));
        }
        table.row("dimensions", geometry.dimensions() + " points");
        table.row("extent", geometry.extent().toString());
        table.row("origin", Numbers.text(geometry.origin().toArray()));
        table.row("spacing", Numbers.text(geometry.spacing().toArray()));
        if (!geometry.direction().equals(Direction.IDENTITY)) {
            double[] rows = geometry.direction().toArray();
            table.row("direction", Numbers.text(rows[0], rows[1], rows[2]));
            table.row("", Numbers.text(rows[3], rows[4], rows[5]));
            table.row("", Numbers.text(rows[6], rows[7], rows[8]));
        }
        Bounds bounds = geometry.bounds();
        table.row("bounds", "x " + Numbers.range(bounds.xMin(), bounds.xMax()));
        table.row("", "y " + Numbers.range(bounds.yMin(), bounds.yMax()));
        table.row("", "z " + Numbers.range(bounds.zMin(), bounds.zMax()));
        table.print(out);
    }

    /** The first ones and the last, each as it is to be given to an option. */
    private static String times(double... times) {
        int last = times.length - 1;
        String shown = Arrays.stream(times)
                .limit(SHOWN_VALUES)
                .mapToObj(StepWords::time)
                .collect(Collectors.joining(" "));
        if (times.length <= SHOWN_VALUES) {
            return shown;
        }
        return shown + (times.length == SHOWN_VALUES + 1 ? " " : " … ") + StepWords.time(times[last]);
    }

    private static void printArrays(List<ImageInfo.ArrayInfo> arrays, PrintWriter out) {
        boolean series = arrays.stream().anyMatch(array -> array.slabs().isPresent());
        TextTable table = TextTable.cut();
        table.row(cells(
                List.of(List.of("array", "of", "type", "components", "size"), series ? List.of("slabs") : List.of())));
        for (ImageInfo.ArrayInfo array : arrays) {
            table.row(cells(List.of(
                    List.of(
                            array.name(),
                            of(array.association()),
                            type(array),
                            components(array.components(), array.componentNames()),
                            Sizes.text(array.bytes())),
                    array.slabs().map(slabs -> List.of(slabs(slabs))).orElse(List.of()))));
        }
        table.print(out);
        printStorage(arrays, out);
        printBehind(InfoStatistics.ofRanges(arrays), out);
        printBehind(InfoStatistics.ofDistributions(arrays), out);
    }

    /** What is stored otherwise than as bare values; these are not worth a line. */
    private static void printStorage(List<ImageInfo.ArrayInfo> arrays, PrintWriter out) {
        TextTable table = TextTable.cut();
        table.row("array", "storage", "chunk", "filters", "stored", "ratio");
        for (ImageInfo.ArrayInfo array : arrays) {
            array.layout()
                    .filter(layout -> !isBare(array))
                    .ifPresent(layout ->
                            table.row(cells(List.of(List.of(array.name()), layout(layout, array.bytes())))));
        }
        printBehind(table, out);
    }

    private static boolean isBare(ImageInfo.ArrayInfo array) {
        return array.layout()
                .map(layout -> layout.form() == StoredLayout.Form.CONTIGUOUS
                        && layout.filters().isEmpty()
                        && layout.parts() == 0
                        && layout.storedBytes() == array.bytes())
                .orElse(true);
    }

    private static void printBehind(TextTable table, PrintWriter out) {
        if (table.rows() > 1) {
            out.println();
            table.print(out);
        }
    }

    /** Such as {@code Float32} or {@code Float32 (float16 in the file)}. */
    private static String type(ImageInfo.ArrayInfo array) {
        return array.layout()
                .flatMap(StoredLayout::storedType)
                .map(stored -> array.type() + " (" + stored + " in the file)")
                .orElse(array.type());
    }

    /** How many steps have values of their own. */
    private static String slabs(int count) {
        return count == 1 ? "1 (constant)" : Integer.toString(count);
    }

    private static String[] cells(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toArray(String[]::new);
    }

    private static List<String> layout(StoredLayout layout, long bytes) {
        return List.of(
                layout.form() + (layout.parts() == 0 ? "" : ", " + Numbers.counted(layout.parts(), "part")),
                layout.chunk().map(Object::toString).orElse("-"),
                layout.filters().isEmpty() ? "-" : names(layout.filters()),
                Sizes.text(layout.storedBytes()),
                layout.storedBytes() == 0
                        ? "-"
                        : String.format(Locale.ROOT, "%.2f", (double) bytes / layout.storedBytes()));
    }

    private static String names(List<StoredLayout.Filter> filters) {
        return filters.stream().map(StoredLayout.Filter::name).collect(Collectors.joining(", "));
    }

    private static void printActive(List<ActiveArray> active, PrintWriter out) {
        TextTable table = TextTable.cut();
        table.row("active", "of", "array");
        for (ActiveArray role : active) {
            table.row(role.role().vtkName(), of(role.association()), role.arrayName());
        }
        table.print(out);
    }

    private static String of(Association association) {
        return association.name().toLowerCase(Locale.ROOT) + "s";
    }

    /** Such as {@code 3} or {@code 3 (u, v, w)}. */
    private static String components(int count, List<String> names) {
        return names.isEmpty() ? Integer.toString(count) : count + " (" + String.join(", ", names) + ")";
    }

    private static void printFields(ImageInfo info, PrintWriter out) {
        TextTable table = TextTable.cut();
        table.row("field", "type", "components", "tuples", info.times().length == 0 ? "values" : "values of step 0");
        for (FieldArray field : info.fields()) {
            table.row(
                    field.name(),
                    field.typeName(),
                    components(field.components(), field.componentNames()),
                    Integer.toString(field.tuples()),
                    values(field));
        }
        table.print(out);
    }

    private static String values(FieldArray field) {
        int count = field.tuples() * field.components();
        String shown = IntStream.range(0, Math.min(count, SHOWN_VALUES))
                .mapToObj(i -> field.isStrings()
                        ? "'" + field.asStrings().values().get(i) + "'"
                        : field.asNumbers().type().textAt(field.asNumbers().values(), i))
                .collect(Collectors.joining(" "));
        return count > SHOWN_VALUES ? shown + " …" : shown;
    }
}
