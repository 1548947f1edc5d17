package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sparse files of more than 4 GiB. */
class VtiLargeFileTest {

    private static final long BYTES = 5_000_000_000L;
    private static final int SLICE = 1_000_000;
    private static final String XML = """
            <VTKFile type='ImageData' header_type='UInt64'><ImageData WholeExtent='0 999 0 999 0 4999'>
            <Piece Extent='0 999 0 999 0 4999'><PointData>
            <DataArray type='UInt8' Name='first' format='appended' offset='0'/>
            <DataArray type='UInt8' Name='second' format='appended' offset='5000000008'/>
            </PointData></Piece></ImageData><AppendedData encoding='raw'>_""";

    @TempDir
    Path folder;

    /** A file that ends with the second array, or so many bytes before. */
    private Path write(int missing) throws IOException {
        Path file = folder.resolve("large.vti");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            byte[] xml = XML.getBytes(StandardCharsets.US_ASCII);
            channel.write(ByteBuffer.wrap(xml));
            channel.write(word(BYTES), xml.length);
            channel.write(word(BYTES), xml.length + 8 + BYTES);
            channel.write(word(0x0102030405060708L), xml.length + 16 + BYTES);
            channel.write(ByteBuffer.allocate(1), xml.length + 16 + 2 * BYTES - 1 - missing);
        }
        return file;
    }

    private static ByteBuffer word(long value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
    }

    @Test
    void arraysBeyondFourGibibytesAreRead() throws IOException {
        try (ImageSource source = VtiSource.open(write(0))) {
            assertEquals(0, firstByte(source, "first"));
            assertEquals(8, firstByte(source, "second"));
        }
    }

    private static byte firstByte(ImageSource source, String array) throws IOException {
        try (SlabReader reader = source.open(ArraySpec.point(array, ScalarType.UINT8))) {
            ByteBuffer slices = ByteBuffer.allocate(2 * SLICE);
            reader.read(2, slices);
            return slices.get(0);
        }
    }

    @Test
    void anArrayThatEndsOneByteEarlyIsCorrupt() throws IOException {
        Path file = write(1);
        CorruptFileException e = assertThrows(CorruptFileException.class, () -> VtiSource.open(file));
        assertTrue(e.getMessage().contains("PointData 'second'"), e.getMessage());
        assertTrue(e.getMessage().contains("5000000000 bytes declared"), e.getMessage());
        assertTrue(e.getMessage().contains("4999999999 left"), e.getMessage());
    }
}
