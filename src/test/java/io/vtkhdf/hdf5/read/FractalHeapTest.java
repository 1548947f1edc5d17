package io.vtkhdf.hdf5.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.read.GoldenFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heaps of shapes that take h5py very many attributes to make, or that it never makes. */
class FractalHeapTest {

    @TempDir
    private Path directory;

    private HeapScribe scribe(int idSize) throws IOException {
        return new HeapScribe(GoldenFiles.path("voxel"), directory.resolve("heap.h5"), idSize);
    }

    private static String get(Path file, HeapScribe heap, ByteBuffer id) throws IOException {
        try (Hdf5Reader open = Hdf5Reader.open(ByteSource.of(file))) {
            ByteBuffer object = open.file()
                    .parse(
                            "heap",
                            storage -> FractalHeap.read(storage, heap.address()).get(id.flip()));
            return StandardCharsets.US_ASCII.decode(object).toString();
        }
    }

    private static ByteBuffer id(int kind) {
        return ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).put((byte) (kind << 4));
    }

    private static ByteBuffer inBlock(int offset, int length) {
        return id(0).putShort((short) offset).put((byte) length);
    }

    /**
     * Rows of the root begin at 0, 128, 256, 512 and 1024, of blocks of 64, 64, 128, 256 and 512 bytes; the blocks of
     * 256 hold 2 rows of 64, those of 512 also one of 128.
     */
    @Test
    void objectsAreFoundWhicheverBlocksAreMissing() throws IOException {
        HeapScribe heap = scribe(4);
        long none = -1;
        long second = heap.direct(64, 64, 64 + 20, "second");
        long third = heap.direct(384, 128, 384 + 100, "third");
        long deep = heap.indirect(768, none, none, none, heap.direct(768 + 192, 64, 1000, "deep"));
        long last = heap.indirect(1536, none, none, none, none, none, heap.direct(1536 + 384, 128, 2000, "last"));
        long root = heap.indirect(0, none, second, none, none, none, third, none, deep, none, last);
        Path file = heap.write(root, HeapScribe.ROOT_ROWS);
        assertEquals("second", get(file, heap, inBlock(84, 6)));
        assertEquals("third", get(file, heap, inBlock(484, 5)));
        assertEquals("deep", get(file, heap, inBlock(1000, 4)));
        assertEquals("last", get(file, heap, inBlock(2000, 4)));
        for (int offset : new int[] {20, 150, 300, 520, 768 + 20, 1100, 1536 + 20}) {
            assertCorrupt(file, heap, inBlock(offset, 1), "no block of the heap");
        }
        assertCorrupt(file, heap, inBlock(2048, 1), "beyond its heap");
    }

    @ParameterizedTest
    @CsvSource({"18, 1", "19, 45", "63, 1", "63, 0", "63, 2", "20, 45"})
    void anObjectLiesInsideItsBlockBehindTheHead(int offset, int length) throws IOException {
        HeapScribe heap = scribe(4);
        Path file = heap.write(heap.direct(0, 64, 19, "x".repeat(45)), 0);
        if (offset >= 19 && offset + length <= 64) {
            assertEquals("x".repeat(length), get(file, heap, inBlock(offset, length)));
        } else {
            assertCorrupt(file, heap, inBlock(offset, length), "beyond its block");
        }
    }

    @Test
    void blocksOfAnotherPlaceAreRefused() throws IOException {
        HeapScribe heap = scribe(4);
        Path file = heap.write(heap.direct(64, 64, 100, "x"), 0);
        assertCorrupt(file, heap, inBlock(36, 1), "is not that of offset 0");
    }

    @Test
    void aBlockThatIsItsOwnChildIsRefused() throws IOException {
        HeapScribe heap = scribe(4);
        long itself = heap.address() + 146;
        long root = heap.indirect(0, -1, -1, -1, -1, -1, -1, itself, itself, itself, itself);
        assertEquals(itself, root);
        Path file = heap.write(root, HeapScribe.ROOT_ROWS);
        assertCorrupt(file, heap, inBlock(1100, 1), "Checksum mismatch");
    }

    @ParameterizedTest
    @CsvSource({"8, 5", "17, 16", "18, 16", "20, 17"})
    void tinyObjectsStandInTheirIds(int idSize, int length) throws IOException {
        HeapScribe heap = scribe(idSize);
        Path file = heap.write(-1, 0);
        String text = "a tiny object here".substring(0, length);
        ByteBuffer id = idSize <= 18 ? id(2) : id(2).put((byte) (length - 1));
        if (idSize <= 18) {
            id.put(0, (byte) (2 << 4 | length - 1));
        }
        id.put(text.getBytes(StandardCharsets.US_ASCII)).position(idSize);
        assertEquals(text, get(file, heap, id));
    }

    @Test
    void longIdsTellWhereHugeObjectsStand() throws IOException {
        HeapScribe heap = scribe(17);
        long at = heap.append("a huge object".getBytes(StandardCharsets.US_ASCII));
        Path file = heap.write(-1, 0);
        assertEquals("a huge object", get(file, heap, id(1).putLong(at).putLong(13)));
        assertCorrupt(file, heap, id(1).putLong(at).putLong(1 << 20), "beyond the end");
    }

    private static void assertCorrupt(Path file, HeapScribe heap, ByteBuffer id, String message) {
        String refusal = assertThrows(CorruptFileException.class, () -> get(file, heap, id))
                .getMessage();
        assertTrue(refusal.contains(message), refusal);
    }
}
