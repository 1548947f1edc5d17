package io.vtkhdf.cli.slice;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.plane.Plane;
import io.vtkhdf.plane.PlaneRows;
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
final class CsvEncoder implements SliceEncoder {

    private static final int BUFFER = 1 << 16;
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"\\r\\n]");

    @Override
    public void encode(Plane plane, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        write(plane, writer);
        writer.flush();
    }

    static void write(Plane plane, Writer out) throws IOException {
        if (plane.spec().components() == 1) {
            grid(plane, out);
        } else {
            table(plane, out);
        }
    }

    private static void grid(Plane plane, Writer out) throws IOException {
        int width = plane.width();
        PlaneRows.forEach(plane, (row, values) -> {
            writeValues(plane.spec().type(), values, 0, width, out);
            out.write('\n');
        });
    }

    private static void table(Plane plane, Writer out) throws IOException {
        int components = plane.spec().components();
        out.write(index(plane.fast()) + "," + index(plane.slow()));
        for (int c = 0; c < components; c++) {
            out.write("," + column(plane.spec(), c));
        }
        out.write('\n');
        int width = plane.width();
        PlaneRows.forEach(plane, (row, values) -> {
            for (int x = 0; x < width; x++) {
                out.write(x + "," + row + ",");
                writeValues(plane.spec().type(), values, x * components, components, out);
                out.write('\n');
            }
        });
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
