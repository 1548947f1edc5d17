package io.vtkhdf.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An example: images that are no local files, but bytes in memory, or files of any {@code java.nio.file} provider. */
class OwnSourcesTest {

    private static final double[] VALUES = {1, 2, 3, 4, 5, 6, 7, 8};

    /** All that a source needs. */
    static final class InMemory implements ByteSource {
        private final String name;
        private final byte[] bytes;
        private volatile boolean closed;

        InMemory(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void read(long position, ByteBuffer target) throws IOException {
            if (closed) {
                throw new IllegalStateException(name + " is closed");
            }
            requireInside(position, target.remaining());
            target.put(bytes, (int) position, target.remaining());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void anEntryOfAnArchiveInMemory(@TempDir Path folder) throws IOException {
        byte[] archive = Files.readAllBytes(archive(folder));
        ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(archive));
        String name = entries.getNextEntry().getName();
        try (ImageDataReader reader = ImageDataReader.open(new InMemory(name, entries.readAllBytes()))) {
            assertArrayEquals(VALUES, reader.pointArray("data").readDoubles());
        }
    }

    @Test
    void aPathOfAnotherProvider(@TempDir Path folder) throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(archive(folder));
                ImageDataReader reader = ImageDataReader.open(archive.getPath("image.vtkhdf"))) {
            assertArrayEquals(VALUES, reader.pointArray("data").readDoubles());
        }
    }

    private static Path archive(Path folder) throws IOException {
        Path image = folder.resolve("image.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(image, ImageGeometry.of(2, 2, 2))) {
            writer.createPointArray("data", ScalarType.FLOAT64).write(VALUES);
            writer.finish();
        }
        Path archive = folder.resolve("archive.zip");
        try (FileSystem written = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Files.copy(image, written.getPath("image.vtkhdf"));
        }
        return archive;
    }
}
