package io.vtkhdf.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the tests of this package share. */
final class LegacyTesting {

    /** 2 x 3 x 1 points. */
    static final String HEADER = "# vtk DataFile Version 3.0\ntitle\nASCII\nDATASET STRUCTURED_POINTS\n"
            + "DIMENSIONS 2 3 1\nSPACING 1 1 1\nORIGIN 0 0 0\n";

    private LegacyTesting() {}

    static ImageSource open(Path folder, String file) throws IOException {
        return open(folder, file.getBytes(StandardCharsets.UTF_8));
    }

    static ImageSource open(Path folder, byte[] file) throws IOException {
        return LegacySource.open(Files.write(folder.resolve("test.vtk"), file));
    }

    /** Text and big-endian bytes, one after the other. */
    static byte[] binary(Object... parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (Object part : parts) {
            file.writeBytes(part instanceof byte[] bytes ? bytes : ((String) part).getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** All values of an array, in slabs of so many slices. */
    static Object values(ImageSource source, ArraySpec spec, int slices, ByteOrder order) throws IOException {
        Dimensions dimensions = source.geometry().dimensions(spec.association());
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(dimensions.count() * spec.tupleSize()))
                .order(order);
        try (SlabReader reader = source.open(spec)) {
            for (int z = 0; z < dimensions.z(); z += slices) {
                reader.read(Math.min(slices, dimensions.z() - z), all);
            }
        }
        assertEquals(0, all.remaining());
        return spec.type().toArray(all.flip());
    }

    /** The values of the array with this name, as text. */
    static String text(ImageSource source, String name) throws IOException {
        ArraySpec spec = source.arrays().stream()
                .filter(array -> array.name().equals(name))
                .findFirst()
                .orElseThrow();
        return text(spec, values(source, spec, 1, ByteOrder.LITTLE_ENDIAN));
    }

    private static String text(ArraySpec spec, Object values) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < java.lang.reflect.Array.getLength(values); i++) {
            texts.add(spec.type().textAt(values, i));
        }
        return String.join(" ", texts);
    }

    /** Opens and reads all of a file that must be refused; returns why. */
    static String refusal(Class<? extends IOException> type, Path folder, byte[] file) {
        IOException refused = assertThrows(type, () -> {
            try (ImageSource source = open(folder, file)) {
                for (ArraySpec spec : source.arrays()) {
                    values(source, spec, 2, ByteOrder.BIG_ENDIAN);
                }
            }
        });
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
        return refused.getMessage();
    }
}
