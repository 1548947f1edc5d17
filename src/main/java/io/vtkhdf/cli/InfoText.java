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
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.read.StoredLayout;
import io.vtkhdf.text.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Prints an {@link ImageInfo} for people. */
final class InfoText {

    /** The only type of VTKHDF file there is so far. */
    static final String TYPE = "ImageData";

    private static final int SHOWN_VALUES = 8;

    private InfoText() {}

    static void print(ImageInfo info, PrintWriter out) {
        printGeometry(info, out);
        List<ImageInfo.ArrayInfo> arrays = new ArrayList<>();
        for (ImageInfo.ArrayInfo array : info.arrays()) {
            if (array.association() != Association.FIELD) {
                arrays.add(array);
            }
        }
        out.println();
        if (arrays.isEmpty()) {
            printNoArrays(info.leftOut(), out);
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

    private static void printNoArrays(List<UnreadableArray> leftOut, PrintWriter out) {
        long count = leftOut.stream()
                .filter(array -> array.association() != Association.FIELD)
                .count();
        out.println(count == 0 ? "no point or cell arrays" : "no arrays that can be read (" + count + " left out)");
    }

    private static void printGeometry(ImageInfo info, PrintWriter out) {
        ImageGeometry geometry = info.geometry();
        TextTable table = new TextTable();
        table.row(
                "type",
                info.version().isPresent() ? TYPE + ", VTKHDF " + info.version().get() : TYPE);
        table.row("file", Sizes.text(info.fileBytes()));
        if (info.version().isPresent() && areBare(info.arrays())) {
            table.row("storage", "contiguous");
        }
        if (info.unfinished().isPresent()) {
            table.row("state", UnfinishedWords.state(info.unfinished().get()));
        }
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
        StringJoiner shown = new StringJoiner(" ");
        for (int step = 0; step < Math.min(times.length, SHOWN_VALUES); step++) {
            shown.add(StepWords.time(times[step]));
        }
        if (times.length <= SHOWN_VALUES) {
            return shown.toString();
        }
        return shown + (times.length == SHOWN_VALUES + 1 ? " " : " … ") + StepWords.time(times[last]);
    }

    private static void printArrays(List<ImageInfo.ArrayInfo> arrays, PrintWriter out) {
        TextTable table = TextTable.cut();
        boolean series = arrays.get(0).slabs().isPresent();
        table.row(with(List.of("array", "of", "type", "components", "size"), series ? List.of("slabs") : List.of()));
        for (ImageInfo.ArrayInfo array : arrays) {
            List<String> cells = List.of(
                    array.name(),
                    of(array.association()),
                    type(array),
                    components(array.components(), array.componentNames()),
                    Sizes.text(array.bytes()));
            table.row(with(cells, series ? List.of(slabs(array.slabs().get())) : List.of()));
        }
        table.print(out);
        printStorage(arrays, out);
        if (InfoStatistics.areIn(arrays)) {
            printBehind(InfoStatistics.ofRanges(arrays), out);
            printBehind(InfoStatistics.ofDistributions(arrays), out);
        }
    }

    /** What is stored otherwise than as bare values; these are not worth a line. */
    private static void printStorage(List<ImageInfo.ArrayInfo> arrays, PrintWriter out) {
        TextTable table = TextTable.cut();
        table.row("array", "storage", "chunk", "filters", "stored", "ratio");
        for (ImageInfo.ArrayInfo array : arrays) {
            if (!isBare(array)) {
                table.row(with(List.of(array.name()), layout(array.layout().get(), array.bytes())));
            }
        }
        printBehind(table, out);
    }

    private static boolean areBare(List<ImageInfo.ArrayInfo> arrays) {
        for (ImageInfo.ArrayInfo array : arrays) {
            if (!isBare(array)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBare(ImageInfo.ArrayInfo array) {
        if (array.layout().isEmpty()) {
            return true;
        }
        StoredLayout layout = array.layout().get();
        return layout.form() == StoredLayout.Form.CONTIGUOUS
                && layout.filters().isEmpty()
                && layout.parts() == 0
                && layout.storedBytes() == array.bytes();
    }

    private static void printBehind(TextTable table, PrintWriter out) {
        if (table.rows() > 1) {
            out.println();
            table.print(out);
        }
    }

    /** Such as {@code Float32} or {@code Float32 (float16 in the file)}. */
    private static String type(ImageInfo.ArrayInfo array) {
        if (array.layout().isEmpty() || array.layout().get().storedType().isEmpty()) {
            return array.type();
        }
        return array.type() + " (" + array.layout().get().storedType().get() + " in the file)";
    }

    /** How many steps have values of their own. */
    private static String slabs(int count) {
        return count == 1 ? "1 (constant)" : Integer.toString(count);
    }

    private static List<String> with(List<String> cells, List<String> more) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(more);
        return all;
    }

    private static List<String> layout(StoredLayout layout, long bytes) {
        return List.of(
                layout.form() + (layout.parts() == 0 ? "" : ", " + Numbers.counted(layout.parts(), "part")),
                layout.chunk().isPresent() ? layout.chunk().get().toString() : "-",
                layout.filters().isEmpty() ? "-" : names(layout.filters()),
                Sizes.text(layout.storedBytes()),
                layout.storedBytes() == 0 ? "-" : Numbers.fixed((double) bytes / layout.storedBytes(), 2));
    }

    private static String names(List<StoredLayout.Filter> filters) {
        StringJoiner names = new StringJoiner(", ");
        for (StoredLayout.Filter filter : filters) {
            names.add(filter.name());
        }
        return names.toString();
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
        StringJoiner shown = new StringJoiner(" ");
        for (int i = 0; i < Math.min(count, SHOWN_VALUES); i++) {
            shown.add(
                    field.isStrings()
                            ? "'" + field.asStrings().values().get(i) + "'"
                            : field.asNumbers().type().textAt(field.asNumbers().values(), i));
        }
        return count > SHOWN_VALUES ? shown + " …" : shown.toString();
    }
}
