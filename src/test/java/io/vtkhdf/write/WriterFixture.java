package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ImageGeometry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the writer share. */
abstract class WriterFixture {

    static final ImageGeometry IMAGE = ImageGeometry.of(4, 3, 5);

    @TempDir
    Path directory;

    Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("image.vtkhdf");
    }

    static void assertArgument(String message, Executable call) {
        assertMessage(IllegalArgumentException.class, message, call);
    }

    static <T extends Throwable> void assertMessage(Class<T> type, String message, Executable call) {
        String found = assertThrows(type, call).getMessage();
        assertTrue(found.contains(message), found);
    }

    static void writeAll(ArrayWriter array) throws IOException {
        for (int k = 0; k < array.dimensions().z(); k++) {
            array.writeSlice(
                    k,
                    array.spec()
                            .type()
                            .newArray(
                                    array.dimensions().x() * array.dimensions().y()));
        }
    }

    List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.toList();
        }
    }

    /** An image of the dimensions that a text such as "4 3 5" tells. */
    static ImageGeometry image(String dimensions) {
        int[] sizes = IntStream.of(0, 1, 2)
                .map(axis -> Integer.parseInt(dimensions.split(" ")[axis]))
                .toArray();
        return ImageGeometry.of(sizes[0], sizes[1], sizes[2]);
    }
}
