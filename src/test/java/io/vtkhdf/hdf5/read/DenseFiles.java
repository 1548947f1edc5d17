package io.vtkhdf.hdf5.read;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * What is read of the files of {@code make_dense.py}, held against what h5py read.
 *
 * <p>Of a folder given on the command line, too, in which that script put as many files as one likes.
 */
final class DenseFiles {

    private DenseFiles() {}

    public static void main(String[] folder) throws IOException {
        Path expected = Path.of(folder[0], "expected.tsv");
        List<String> wrong = wrong(expected);
        wrong.forEach(System.out::println);
        System.out.println(
                wrong.size() + " wrong of " + Files.readAllLines(expected).size());
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    /** The lines that are not as expected, with what was found. */
    static List<String> wrong(Path expected) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(expected)) {
            String[] parts = line.split("\t");
            String found = parts[0] + "\t" + parts[1] + "\t" + found(expected.resolveSibling(parts[0]), parts[1]);
            if (!found.equals(line)) {
                wrong.add(line + ", found " + found);
            }
        }
        return wrong;
    }

    private static String found(Path file, String place) throws IOException {
        try {
            return summary(place.startsWith("/") ? attributes(file, place) : arrays(file));
        } catch (FileContentException e) {
            return e.getMessage();
        }
    }

    private static TreeMap<String, String> arrays(Path file) throws IOException {
        TreeMap<String, String> values = new TreeMap<>();
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (ArrayReader array : reader.arrays()) {
                int[] elements = (int[]) array.read(Region.all(array.dimensions()), Order.X_FASTEST);
                values.put(array.spec().name(), Integer.toString(elements[0] + elements[1]));
            }
        }
        return values;
    }

    private static TreeMap<String, String> attributes(Path file, String place) throws IOException {
        TreeMap<String, String> values = new TreeMap<>();
        try (Hdf5Reader open = Hdf5Reader.open(ByteSource.of(file))) {
            StoredObject object = open.root();
            for (String step : place.substring(1).split("/")) {
                object = step.isEmpty()
                        ? object
                        : StoredLinks.of(object).get(step).orElseThrow();
            }
            Set<String> names = new TreeSet<>(object.header().attributeNames());
            names.removeAll(List.of("Version", "Type", "WholeExtent", "Origin", "Spacing", "Direction"));
            for (String name : names) {
                StoredAttribute attribute = object.attribute(name).orElseThrow();
                Optional<String> text = attribute.string();
                values.put(name, text.isPresent() ? text.get() : Long.toString(attribute.longInteger()));
            }
        }
        return values;
    }

    private static String summary(TreeMap<String, String> values) {
        List<byte[]> lines = new ArrayList<>();
        values.forEach((name, value) -> lines.add((name + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
        lines.sort(Arrays::compareUnsigned);
        CRC32 crc = new CRC32();
        lines.forEach(crc::update);
        return lines.size() + "\t" + String.format("%08x", crc.getValue());
    }
}
