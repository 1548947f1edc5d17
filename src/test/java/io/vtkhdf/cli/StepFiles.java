package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Series of 4 x 3 x 2 points whose values are a formula: with the index i of a point or cell and the step t, p is 100 t
 * + i, v is (10 t + i, -i), c is 7 t + i and k, which does not change, is i / 2. {@code step-files/make_step_files.py}
 * has the same.
 */
final class StepFiles {

    static final int POINTS = 4 * 3 * 2;
    static final int CELLS = 3 * 2 * 1;

    private StepFiles() {}

    /** A file of {@code step-files/}. */
    static Path golden(String name) {
        try {
            return Path.of(StepFiles.class.getResource("/step-files/" + name).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The .vti file of a step. @param fields in markup; may be empty */
    static Path vti(Path file, int t, String fields) throws IOException {
        return Files.writeString(
                file, """
                <?xml version="1.0"?>
                <VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
                <ImageData WholeExtent="0 3 0 2 0 1" Origin="1 2 3" Spacing="0.5 1 2">
                <FieldData>%s</FieldData>
                <Piece Extent="0 3 0 2 0 1">
                <PointData Scalars="p">
                <DataArray type="Float32" Name="p" format="ascii">%s</DataArray>
                <DataArray type="Int16" Name="v" NumberOfComponents="2" format="ascii">%s</DataArray>
                <DataArray type="Float64" Name="k" format="ascii">%s</DataArray>
                </PointData>
                <CellData><DataArray type="UInt8" Name="c" format="ascii">%s</DataArray></CellData>
                </Piece></ImageData></VTKFile>
                """.formatted(fields, numbers(p(t)), numbers(v(t)), numbers(k()), numbers(c(t))));
    }

    static String timeValue(double time) {
        return field("TimeValue", time);
    }

    static String field(String name, double... values) {
        return "<DataArray type=\"Float64\" Name=\"%s\" NumberOfTuples=\"%d\" format=\"ascii\">%s</DataArray>"
                .formatted(name, values.length, numbers(values));
    }

    /** A .pvd file of these entries, each a time (or none, if it is empty) and a file. */
    static Path pvd(Path file, String... entries) throws IOException {
        StringBuilder sets = new StringBuilder();
        for (int i = 0; i < entries.length; i += 2) {
            String time = entries[i].isEmpty() ? "" : "timestep=\"" + entries[i] + "\" ";
            sets.append("<DataSet ")
                    .append(time)
                    .append("file=\"")
                    .append(entries[i + 1])
                    .append("\"/>\n");
        }
        return Files.writeString(
                file,
                "<?xml version=\"1.0\"?>\n<VTKFile type=\"Collection\">\n<Collection>\n" + sets
                        + "</Collection></VTKFile>\n");
    }

    static double[] p(int t) {
        return IntStream.range(0, POINTS).mapToDouble(i -> 100 * t + i).toArray();
    }

    static double[] v(int t) {
        return IntStream.range(0, 2 * POINTS)
                .mapToDouble(n -> n % 2 == 0 ? 10 * t + n / 2 : -(n / 2))
                .toArray();
    }

    static double[] c(int t) {
        return IntStream.range(0, CELLS).mapToDouble(i -> (7 * t + i) % 256).toArray();
    }

    static double[] k() {
        return IntStream.range(0, POINTS).mapToDouble(i -> i / 2.0).toArray();
    }

    private static String numbers(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> values[i] == Math.rint(values[i])
                        ? Long.toString((long) values[i])
                        : Double.toString(values[i]))
                .collect(Collectors.joining(" "));
    }

    /** Whether a VTKHDF file holds these steps at these times, every value of all arrays. */
    static void assertSteps(Path file, List<Integer> steps, double... times) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertArrayEquals(times, reader.times());
            for (int k = 0; k < times.length; k++) {
                assertStep(reader.atStep(k), steps.get(k));
            }
        }
    }

    /** Whether a VTKHDF file begins with these steps. */
    static void assertBegins(Path file, List<Integer> steps) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (int k = 0; k < steps.size(); k++) {
                assertStep(reader.atStep(k), steps.get(k));
            }
        }
    }

    static void assertStep(ImageDataReader reader, int t) throws IOException {
        String step = "step " + reader.step();
        assertArrayEquals(p(t), values(reader, Association.POINT, "p"), step);
        assertArrayEquals(v(t), values(reader, Association.POINT, "v"), step);
        assertArrayEquals(k(), values(reader, Association.POINT, "k"), step);
        assertArrayEquals(c(t), values(reader, Association.CELL, "c"), step);
        assertEquals(
                List.of("c", "k", "p", "v"),
                reader.arrays().stream()
                        .map(ArrayReader::spec)
                        .map(ArraySpec::name)
                        .sorted()
                        .toList());
    }

    private static double[] values(ImageDataReader reader, Association association, String name) throws IOException {
        ArrayReader array = reader.array(association, name);
        List<Double> values = new ArrayList<>();
        for (int z = 0; z < array.dimensions().z(); z++) {
            Object slice = array.readSlice(z);
            int length = java.lang.reflect.Array.getLength(slice);
            for (int i = 0; i < length; i++) {
                values.add(array.spec().type().doubleAt(slice, i));
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
