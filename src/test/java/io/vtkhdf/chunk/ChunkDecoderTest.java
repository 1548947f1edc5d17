package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class ChunkDecoderTest {

    private static final int D = Filter.DEFLATE;
    private static final int S = Filter.SHUFFLE;
    private static final int F = Filter.FLETCHER32;

    private static byte[] encode(byte[] plain, int[] filters, int elementSize, int mask) {
        byte[] data = plain;
        for (int i = 0; i < filters.length; i++) {
            if ((mask >> i & 1) == 0) {
                data = switch (filters[i]) {
                    case D -> deflate(data);
                    case S -> shuffle(data, elementSize);
                    default -> withChecksum(data);
                };
            }
        }
        return data;
    }

    private static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater(1);
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[2 * data.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    private static byte[] shuffle(byte[] data, int elementSize) {
        byte[] shuffled = new byte[data.length];
        Shuffle.shuffle(data, data.length, elementSize, shuffled);
        return shuffled;
    }

    private static byte[] withChecksum(byte[] data) {
        byte[] out = Arrays.copyOf(data, data.length + 4);
        ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length, Fletcher32.of(data, data.length));
        return out;
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) random.nextInt(7);
        }
        return bytes;
    }

    /** What a decoder reads, and how many bytes of it at once at most. */
    private static final class StoredBytes implements StoredChunk {
        private final byte[] bytes;
        private int largestRead;

        StoredBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int size() {
            return bytes.length;
        }

        @Override
        public void read(int from, byte[] target, int count) {
            assertTrue(from >= 0 && count >= 0 && from + count <= bytes.length, from + " + " + count);
            largestRead = Math.max(largestRead, count);
            System.arraycopy(bytes, from, target, 0, count);
        }
    }

    /** A decoder and what it fills. */
    private static final class Decoding implements AutoCloseable {
        private final ChunkDecoder decoder = new ChunkDecoder();
        private final ChunkFilters filters;
        private final DecodedChunk chunk;

        Decoding(int[] filters, int elementSize, int chunkSize) throws ChunkFormatException {
            this(Arrays.stream(filters).mapToObj(id -> new Filter(id, true)).toList(), elementSize, chunkSize);
        }

        Decoding(List<Filter> filters, int elementSize, int chunkSize) throws ChunkFormatException {
            this.filters = ChunkFilters.of(filters, chunkSize);
            chunk = new DecodedChunk(elementSize, chunkSize);
        }

        void decode(StoredChunk stored, int mask) throws DataFormatException, IOException {
            decoder.decode(filters, stored, mask, chunk);
        }

        @Override
        public void close() {
            decoder.close();
        }
    }

    private static byte[] elements(Decoding decoding, int first, int count) {
        ByteBuffer elements = decoding.chunk.elements(first, count);
        byte[] bytes = new byte[elements.remaining()];
        elements.get(0, bytes);
        return bytes;
    }

    private static final List<int[]> PIPELINES = List.of(
            new int[] {},
            new int[] {D},
            new int[] {S},
            new int[] {F},
            new int[] {S, D},
            new int[] {D, S},
            new int[] {S, D, F},
            new int[] {F, S, D},
            new int[] {S, F, D},
            new int[] {F, F},
            new int[] {S, S, D});

    @Test
    void undoesEveryPipelineWithEveryMask() throws DataFormatException, IOException {
        for (int[] filters : PIPELINES) {
            for (int elementSize : new int[] {1, 2, 4, 8, 12}) {
                for (int size : new int[] {elementSize, 5 * elementSize, 1000 * elementSize}) {
                    try (Decoding decoder = new Decoding(filters, elementSize, size)) {
                        for (int mask = 0; mask < 1 << filters.length; mask++) {
                            byte[] plain = random(size, size + mask);
                            decoder.decode(new StoredBytes(encode(plain, filters, elementSize, mask)), mask);
                            int count = size / elementSize;
                            assertArrayEquals(plain, elements(decoder, 0, count), Arrays.toString(filters));
                            byte[] last = Arrays.copyOfRange(plain, size - elementSize, size);
                            assertArrayEquals(last, elements(decoder, count - 1, 1), Arrays.toString(filters));
                            byte[] half = Arrays.copyOfRange(plain, count / 3 * elementSize, count / 2 * elementSize);
                            assertArrayEquals(half, elements(decoder, count / 3, count / 2 - count / 3));
                        }
                    }
                }
            }
        }
    }

    @Test
    void aBoxHasTheElementsThatStandThere() throws DataFormatException, IOException {
        int[] shape = {5, 7, 11};
        int[] strides = {77, 11, 1};
        Random random = new Random(3);
        for (int[] filters : List.of(new int[] {S, D}, new int[] {D})) {
            for (int elementSize : new int[] {1, 2, 4, 8, 12}) {
                byte[] plain = random(385 * elementSize, elementSize);
                try (Decoding decoder = new Decoding(filters, elementSize, plain.length)) {
                    decoder.decode(new StoredBytes(encode(plain, filters, elementSize, 0)), 0);
                    for (int i = 0; i < 100; i++) {
                        int[] start = {random.nextInt(5), random.nextInt(7), random.nextInt(11)};
                        int[] box = new int[3];
                        Arrays.setAll(box, axis -> 1 + random.nextInt(shape[axis] - start[axis]));
                        byte[] expected = new byte[box[0] * box[1] * box[2] * elementSize];
                        BoxCopy.copy(plain, shape, start, expected, box, new int[3], box, elementSize);
                        ByteBuffer found = decoder.chunk.gather(start[0] * 77 + start[1] * 11 + start[2], box, strides);
                        assertEquals(ByteBuffer.wrap(expected), found, Arrays.toString(start) + Arrays.toString(box));
                    }
                }
            }
        }
    }

    @Test
    void readsLargeDeflatedChunksInPieces() throws DataFormatException, IOException {
        byte[] plain = new byte[40 << 20];
        new Random(6).nextBytes(plain);
        StoredBytes stored = new StoredBytes(encode(plain, new int[] {S, D}, 8, 0));
        try (Decoding decoder = new Decoding(new int[] {S, D}, 8, plain.length)) {
            decoder.decode(stored, 0);
            assertArrayEquals(plain, elements(decoder, 0, plain.length / 8));
        }
        assertTrue(stored.largestRead <= 64 << 10, stored.largestRead + " bytes at once");
    }

    @Test
    void aLargeChunkThatEndsEarlyIsRefused() throws IOException, DataFormatException {
        byte[] plain = new byte[300_000];
        new Random(8).nextBytes(plain);
        byte[] deflated = deflate(plain);
        for (int size : new int[] {1000, 65_535, 65_536, 65_537, 131_072, deflated.length - 4, deflated.length - 1}) {
            StoredBytes cut = new StoredBytes(Arrays.copyOf(deflated, size));
            try (Decoding decoder = new Decoding(new int[] {D}, 4, plain.length)) {
                assertThrows(DataFormatException.class, () -> decoder.decode(cut, 0), "cut after " + size);
            }
        }
        assertRefused("found a deflated chunk of more than 299996 bytes, expected 299996", deflated, 299_996, D);
    }

    @Test
    void acceptsTheChecksumsOfOldHdf5() throws DataFormatException, IOException {
        byte[] plain = random(100, 1);
        byte[] stored = withChecksum(plain);
        byte[] old = stored.clone();
        old[100] = stored[101];
        old[101] = stored[100];
        old[102] = stored[103];
        old[103] = stored[102];
        try (Decoding decoder = new Decoding(new int[] {F}, 4, 100)) {
            decoder.decode(new StoredBytes(old), 0);
            assertArrayEquals(plain, elements(decoder, 0, 25));
        }
    }

    @Test
    void refusesAnythingButAChunkOfTheSize() throws DataFormatException {
        byte[] plain = random(1000, 3);
        byte[] deflated = deflate(plain);
        assertRefused("found a deflated chunk of more than 999 bytes, expected 999", deflated, 999, D);
        assertRefused("found a deflated chunk of only 1000 bytes, expected 1001", deflated, 1001, D);
        assertRefused(
                "found a deflated chunk of only 1000 bytes, expected 1000",
                Arrays.copyOf(deflated, deflated.length - 1),
                1000,
                D);
        assertRefused("found 3 deflated bytes, expected more for a chunk of 4000", Arrays.copyOf(deflated, 3), 4000, D);
        assertRefused("found 0 deflated bytes, expected more for a chunk of 1000", new byte[0], 1000, D);
        assertRefused("found a chunk of 1000 bytes, expected 996", plain, 996, S);
        assertRefused("found 3 bytes, expected a checksum of 4", new byte[3], 1000, F);
        assertRefused("found a chunk of 996 bytes, expected 1000", withChecksum(random(996, 4)), 1000, F);
    }

    private static void assertRefused(String message, byte[] stored, int size, int... filters)
            throws DataFormatException {
        try (Decoding decoder = new Decoding(filters, 4, size)) {
            assertEquals(
                    message,
                    assertThrows(DataFormatException.class, () -> decoder.decode(new StoredBytes(stored), 0))
                            .getMessage());
        }
    }

    @Test
    void survivesAnyBytes() throws IOException, DataFormatException {
        Random random = new Random(9);
        int decoded = 0;
        try (Decoding decoder = new Decoding(new int[] {S, D, F}, 4, 400)) {
            byte[] stored = encode(random(400, 5), new int[] {S, D, F}, 4, 0);
            for (int trial = 0; trial < 2000; trial++) {
                byte[] broken = Arrays.copyOf(stored, random.nextInt(stored.length + 10));
                for (int i = 0; i < 1 + random.nextInt(4) && broken.length > 0; i++) {
                    broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
                }
                try {
                    decoder.decode(new StoredBytes(broken), random.nextInt(8));
                    decoded++;
                } catch (DataFormatException e) {
                    continue;
                }
            }
        }
        assertTrue(decoded < 20, decoded + " broken chunks decoded");
    }
}
