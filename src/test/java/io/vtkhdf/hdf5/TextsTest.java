package io.vtkhdf.hdf5;

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

class TextsTest {

    @TempDir
    private Path directory;

    @Test
    void aNameEndsAtItsNulOrWhereTheHeapEnds() {
        ByteBuffer heap = ByteBuffer.wrap("\0one\0zwölf\0last".getBytes(StandardCharsets.UTF_8));
        assertEquals("", Texts.decode(heap, 0));
        assertEquals("one", Texts.decode(heap, 1));
        assertEquals("e", Texts.decode(heap, 3));
        assertEquals("zwölf", Texts.decode(heap, 5));
        assertEquals("last", Texts.decode(heap, 12));
        assertEquals("la", Texts.decode(heap.limit(14), 12));
        assertEquals("", Texts.decode(heap, 14));
        for (int outside : new int[] {-1, 15, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThrows(IndexOutOfBoundsException.class, () -> Texts.decode(heap, outside), "at " + outside);
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
            assertEquals("a", Texts.decode(heap, 0));
            assertEquals("", Texts.decode(heap, 1));
        }
    }
}
