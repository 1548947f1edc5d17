package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.CorruptFileException;
import io.vtkhdf.ImageSource;
import io.vtkhdf.ScalarType;
import io.vtkhdf.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sparse files with holes beyond 4 GiB. */
class VtiLargeFileTest {

    private static final long BYTES = 5_000_000_000L;
    private static final int SLICES = 5;
    private static final String XML = """
            <VTKFile type='ImageData' header_type='UInt64'><ImageData WholeExtent='0 31249 0 31999 0 4'>
            <Piece Extent='0 31249 0 31999 0 4'><PointData>
            <DataArray type='UInt8' Name='first' format='appended' offset='0'/>
            <DataArray type='UInt8' Name='second' format='appended' offset='5000000008'/>
            </PointData></Piece></ImageData><AppendedData encoding='raw'>_""";

    @TempDir
    Path folder;

    private FileChannel channel() throws IOException {
        return FileChannel.open(
                folder.resolve("large.vti"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE);
    }

    private static ByteBuffer word(long value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
    }

    @Test
    void arraysBeyondFourGibibytesAreRead() throws IOException {
        byte[] xml = XML.getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = channel()) {
            channel.write(ByteBuffer.wrap(xml));
            channel.write(word(BYTES), xml.length);
            channel.write(word(0x0102030405060708L), xml.length + 8 + BYTES - 8);
            channel.write(word(BYTES), xml.length + 8 + BYTES);
            channel.write(word(0x1112131415161718L), xml.length + 16 + BYTES);
            channel.write(word(0), xml.length + 16 + 2 * BYTES - 8);
        }
        try (ImageSource source = VtiSource.open(folder.resolve("large.vti"))) {
            ByteBuffer slice = ByteBuffer.allocateDirect(1_000_000_000).order(ByteOrder.LITTLE_ENDIAN);
            try (SlabReader reader = source.open(ArraySpec.point("first", ScalarType.UINT8))) {
                for (int z = 0; z < SLICES; z++) {
                    reader.read(1, slice.clear());
                }
            }
            assertEquals(0x0102030405060708L, slice.getLong(slice.capacity() - 8));
            try (SlabReader reader = source.open(ArraySpec.point("second", ScalarType.UINT8))) {
                reader.read(1, slice.clear());
            }
            assertEquals(0x1112131415161718L, slice.getLong(0));
        }
    }

    @Test
    void anArrayThatEndsOneByteEarlyIsCorrupt() throws IOException {
        byte[] xml = XML.getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = channel()) {
            channel.write(ByteBuffer.wrap(xml));
            channel.write(word(BYTES), xml.length);
            channel.write(ByteBuffer.allocate(1), xml.length + 8 + BYTES - 2);
        }
        try (ImageSource source = VtiSource.open(folder.resolve("large.vti"))) {
            assertArrayEquals(
                    new int[] {0, 31249, 0, 31999, 0, 4},
                    source.geometry().extent().toArray());
            try (SlabReader reader = source.open(ArraySpec.point("first", ScalarType.UINT8))) {
                ByteBuffer slice = ByteBuffer.allocateDirect(1_000_000_000);
                CorruptFileException e = assertThrows(CorruptFileException.class, () -> reader.read(1, slice));
                assertTrue(e.getMessage().contains("5000000000 bytes declared"), e.getMessage());
                assertTrue(e.getMessage().contains("4999999999 left"), e.getMessage());
            }
        }
    }
}
