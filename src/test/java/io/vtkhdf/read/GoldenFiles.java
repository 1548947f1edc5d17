package io.vtkhdf.read;

import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.lang.reflect.Array;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files beside {@code make_fixtures.py}, which says what is in them. */
public final class GoldenFiles {

    private GoldenFiles() {}

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
            return Path.of(GoldenFiles.class.getResource("/hdf5/types.h5").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** The value at a point or cell, as it comes back from a type that may be too narrow for it. */
    public static double value(ScalarType type, int x, int y, int z, int component) {
        return wrapped(type, x + 7 * y + 31 * z + 101 * component);
    }

    /** A value as it comes back from a type that may be too narrow for it. */
    static double wrapped(ScalarType type, int value) {
        Object carrier = type.newArray(1);
        if (carrier instanceof byte[] bytes) {
            bytes[0] = (byte) value;
        } else if (carrier instanceof short[] shorts) {
            shorts[0] = (short) value;
        } else if (type.isFloating()) {
            return value;
        } else if (carrier instanceof int[]) {
            Array.setInt(carrier, 0, value);
        } else {
            Array.setLong(carrier, 0, value);
        }
        return type.doubleAt(carrier, 0);
    }
}
