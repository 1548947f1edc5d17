package io.vtkhdf.hdf5.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredLinksTest {

    @TempDir
    private Path directory;

    @Test
    void aNameEndsAtItsNulOrWhereTheHeapEnds() {
        ByteBuffer heap = ByteBuffer.wrap("\0one\0zwölf\0last".getBytes(StandardCharsets.UTF_8));
        assertEquals("", StoredLinks.name(heap, 0));
        assertEquals("one", StoredLinks.name(heap, 1));
        assertEquals("e", StoredLinks.name(heap, 3));
        assertEquals("zwölf", StoredLinks.name(heap, 5));
        assertEquals("last", StoredLinks.name(heap, 12));
        assertEquals("la", StoredLinks.name(heap.limit(14), 12));
        assertEquals("", StoredLinks.name(heap, 14));
        for (int outside : new int[] {-1, 15, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThrows(IndexOutOfBoundsException.class, () -> StoredLinks.name(heap, outside), "at " + outside);
        }
    }

    /** As large as a buffer can be: more than an array holds. */
    @Test
    void theRestOfTheHeapIsNotCopied() throws IOException {
        Path file = directory.resolve("sparse");
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.SPARSE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            MappedByteBuffer heap = channel.map(FileChannel.MapMode.READ_WRITE, 0, Integer.MAX_VALUE);
            heap.put(0, (byte) 'a');
            assertEquals("a", StoredLinks.name(heap, 0));
            assertEquals("", StoredLinks.name(heap, 1));
        }
    }
}
