package io.vtkhdf.cli.slice;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ScalarType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Of one component a bare grid: a line per index of the slow axis, a column per index of the fast axis. Of several a
 * table with a header: a line per tuple with its two indices (i, j, k count along x, y, z) and its components, by their
 * names or as c0, c1, …
 */
public final class CsvEncoder implements SliceEncoder {

    private static final int BUFFER = 1 << 16;
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"\\r\\n]");

    @Override
    public void encode(ImageSlice slice, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        write(slice, writer);
        writer.flush();
    }

    public static void write(ImageSlice slice, Writer out) throws IOException {
        if (slice.spec().components() == 1) {
            grid(slice, out);
        } else {
            table(slice, out);
        }
    }

    private static void grid(ImageSlice slice, Writer out) throws IOException {
        Object values = slice.values();
        for (int row = 0; row < slice.height(); row++) {
            writeValues(slice.spec().type(), values, row * slice.width(), slice.width(), out);
            out.write('\n');
        }
    }

    private static void table(ImageSlice slice, Writer out) throws IOException {
        Object values = slice.values();
        int components = slice.spec().components();
        out.write(index(slice.fast()) + "," + index(slice.slow()));
        for (int c = 0; c < components; c++) {
            out.write("," + column(slice.spec(), c));
        }
        out.write('\n');
        for (int tuple = 0; tuple < slice.tuples(); tuple++) {
            out.write(tuple % slice.width() + "," + tuple / slice.width() + ",");
            writeValues(slice.spec().type(), values, tuple * components, components, out);
            out.write('\n');
        }
    }

    private static String column(ArraySpec spec, int component) {
        List<String> names = spec.componentNames();
        String name = names.isEmpty() ? "" : names.get(component);
        if (name.isEmpty()) {
            return "c" + component;
        }
        // As in RFC 4180.
        return NEEDS_QUOTES.matcher(name).find() ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }

    private static void writeValues(ScalarType type, Object values, int first, int count, Writer out)
            throws IOException {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(type.textAt(values, first + i));
        }
    }

    private static String index(Axis axis) {
        return switch (axis) {
            case X -> "i";
            case Y -> "j";
            case Z -> "k";
        };
    }
}
