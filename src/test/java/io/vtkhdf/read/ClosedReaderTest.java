package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader that is closed while another thread reads: it says so, and blames neither the file nor an interruption. */
class ClosedReaderTest {

    private static final int SIZE = 64;

    @TempDir
    private Path directory;

    private Path file;

    /** Another thread that closes the reader when so many reads have begun. */
    private static final class Closing implements ByteSource {
        private final ByteSource source;
        private ImageDataReader reader;
        private int readsLeft = Integer.MAX_VALUE;

        Closing(ByteSource source) {
            this.source = source;
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public long length() {
            return source.length();
        }

        @Override
        public synchronized void read(long position, ByteBuffer target) throws IOException {
            if (readsLeft-- == 0) {
                reader.close();
            }
            source.read(position, target);
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("a.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(SIZE, SIZE, SIZE))) {
            double[] values = new double[SIZE * SIZE * SIZE];
            writer.createArray(ArraySpec.point("raw", ScalarType.FLOAT64), Storage.raw())
                    .write(values, Order.X_FASTEST);
            Storage gzip = Storage.gzip(1).withChunk(ChunkShape.of(16, 16, 16));
            writer.createArray(ArraySpec.point("gzip", ScalarType.FLOAT64), gzip)
                    .write(values, Order.X_FASTEST);
            writer.finish();
        }
    }

    /** The first reads of a chunked array are those of its index. */
    @ParameterizedTest
    @CsvSource({"raw, 0", "raw, 3", "gzip, 0", "gzip, 1", "gzip, 2", "gzip, 9"})
    void readingSaysThatItIsClosed(String array, int reads) throws IOException {
        Closing source = new Closing(ByteSource.of(file));
        source.reader = ImageDataReader.open(source);
        ArrayReader values = source.reader.pointArray(array);
        source.readsLeft = reads;
        IllegalStateException e = assertThrows(
                IllegalStateException.class, () -> values.read(Region.all(values.dimensions()), Order.X_FASTEST));
        assertEquals(file + ": the reader is closed", e.getMessage());
    }

    @Test
    void closingIsHeardByWhoComesLater() throws IOException {
        ImageDataReader reader = ImageDataReader.open(file);
        ArrayReader values = reader.pointArray("raw");
        reader.close();
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> values.readSlice(0));
        assertEquals("'raw': the reader is closed", e.getMessage());
    }
}
