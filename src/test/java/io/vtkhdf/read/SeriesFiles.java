package io.vtkhdf.read;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The time series beside {@code make_series.py}, which says what is in them, and has written it down. */
public final class SeriesFiles {

    private SeriesFiles() {}

    public static Path path(String name) {
        return directory().resolve(name + ".h5");
    }

    public static ImageDataReader open(String name) throws IOException {
        return ImageDataReader.open(path(name));
    }

    public static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(file -> file.toString().endsWith(".h5"))
                    .sorted()
                    .toList();
        }
    }

    private static Path directory() {
        try {
            return Path.of(SeriesFiles.class.getResource("/series/slabs.h5").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String[]> lines(String kind) {
        try {
            return Files.readAllLines(directory().resolve("expected.tsv")).stream()
                    .map(line -> line.split("\t"))
                    .filter(columns -> columns[0].equals(kind));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The times of a file's steps. */
    public record Times(String file, double[] times) {
        @Override
        public String toString() {
            return file;
        }
    }

    public static List<Times> times() {
        return lines("times")
                .map(columns -> new Times(
                        columns[1],
                        Arrays.stream(columns[2].split(","))
                                .mapToDouble(Double::parseDouble)
                                .toArray()))
                .toList();
    }

    /** A file that is refused, and how the message begins behind its name. */
    public record Refused(String file, String message) {}

    public static List<Refused> refused() {
        return lines("refused")
                .map(columns -> new Refused(columns[1], columns[2]))
                .toList();
    }

    /**
     * An array, and which slab it is at each step.
     *
     * @param slabs a number, {@code f} if it was never written, {@code x} if it cannot be read
     */
    public record Known(
            String file, Association association, String name, ScalarType type, int components, List<String> slabs) {

        public ArrayReader of(ImageDataReader reader) throws IOException {
            return reader.array(association, name);
        }

        public boolean isReadable(int step) {
            return !slabs.get(step).equals("x");
        }

        /** The right value at a step. */
        public double value(int step, int x, int y, int z, int component) {
            String slab = slabs.get(step);
            return slab.equals("f") ? 7 : value(Integer.parseInt(slab), type, x, y, z, component);
        }

        private static double value(int slab, ScalarType type, int x, int y, int z, int component) {
            return GoldenFiles.wrapped(type, x + 7 * y + 31 * z + 101 * component + 503 * slab);
        }

        @Override
        public String toString() {
            return file + " " + association + " " + name;
        }
    }

    public static List<Known> arrays() {
        return lines("array")
                .map(columns -> new Known(
                        columns[1],
                        Association.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                        columns[3],
                        ScalarType.ofVtkName(columns[4]).orElseThrow(),
                        Integer.parseInt(columns[5]),
                        List.of(columns[6].split(","))))
                .toList();
    }

    /** An array that cannot be read at some steps, and why. */
    public record Broken(String file, Association association, String name, Set<Integer> steps, String message) {
        @Override
        public String toString() {
            return file + " " + association + " " + name;
        }
    }

    public static List<Broken> broken() {
        return lines("broken")
                .map(columns -> new Broken(
                        columns[1],
                        Association.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                        columns[3],
                        Stream.of(columns[4].split(",")).map(Integer::valueOf).collect(Collectors.toSet()),
                        columns[5]))
                .toList();
    }
}
