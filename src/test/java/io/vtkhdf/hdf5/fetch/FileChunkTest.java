package io.vtkhdf.hdf5.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.testing.RemoteBytes;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileChunkTest {

    private static final int FROM = 1000;
    private static final int SIZE = (3 << 20) + 7;

    private final byte[] content = new byte[FROM + SIZE + 1];
    private final RemoteBytes source = new RemoteBytes("bytes", content);
    private final FileChunk chunk = new FileChunk(new FileBytes(source, 0, content.length), FROM, SIZE);

    FileChunkTest() {
        new Random(3).nextBytes(content);
    }

    private void check(int from, int count) throws IOException {
        byte[] read = new byte[count];
        chunk.read(from, read, count);
        assertArrayEquals(Arrays.copyOfRange(content, FROM + from, FROM + from + count), read);
    }

    @Test
    void asksForLargerPiecesThanAreWanted() throws IOException {
        int piece = 64 << 10;
        for (int from = 0; from < SIZE; from += piece) {
            check(from, Math.min(piece, SIZE - from));
        }
        assertEquals(4, source.lists());
        assertEquals(SIZE, source.transferred());
    }

    @Test
    void asksOnceForTheWhole() throws IOException {
        check(0, SIZE);
        assertEquals(1, source.lists());
    }

    @Test
    void readsAnywhere() throws IOException {
        for (int from : new int[] {SIZE - 1, 0, SIZE / 2, SIZE / 2 - 1, SIZE - 9, 5}) {
            check(from, Math.min(9, SIZE - from));
        }
    }
}
