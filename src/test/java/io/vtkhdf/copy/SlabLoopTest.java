package io.vtkhdf.copy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.testing.HangGuard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlabLoopTest {

    private static final ArraySpec ARRAY = ArraySpec.point("a", ScalarType.INT16);
    private static final int SLICE_BYTES = 3 * 2 * 2;

    @ParameterizedTest
    @ValueSource(longs = {1, SLICE_BYTES - 1, SLICE_BYTES, SLICE_BYTES + 1, 3 * SLICE_BYTES, 7 * SLICE_BYTES, 1 << 20})
    void everySliceIsSeenOnceInOrderWhateverTheMemory(long memory) throws IOException {
        byte[] values = new byte[7 * SLICE_BYTES];
        new Random(1).nextBytes(values);
        MemoryImageSource source = new MemoryImageSource(ImageGeometry.of(3, 2, 7)).with(ARRAY, values);
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        List<Integer> firsts = new ArrayList<>();

        new SlabLoop(source, List.of(ARRAY), memory).run(ARRAY, (first, slices, buffer) -> {
            assertEquals(ByteOrder.LITTLE_ENDIAN, buffer.order());
            assertEquals(slices * SLICE_BYTES, buffer.remaining());
            firsts.add(first);
            while (buffer.hasRemaining()) {
                seen.write(buffer.get());
            }
        });

        assertArrayEquals(values, seen.toByteArray());
        int expected = 0;
        for (int slab = 0; slab < firsts.size(); slab++) {
            assertEquals(expected, firsts.get(slab));
            expected += source.slabs.get(slab);
            assertTrue(source.slabs.get(slab) == 1 || source.slabs.get(slab) * SLICE_BYTES <= memory);
        }
        assertEquals(7, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 1, '1,1,1,1,1,1,1,1,1,1,1'",
        "4, 3, '2,2,2,2,2,1'",
        "5, 3, '3,2,3,2,1'",
        "4, 4, '4,4,3'",
        "4, 7, '4,4,3'",
        "4, 8, '4,4,3'",
        "4, 15, '4,4,3'",
        "4, 16, '8,3'",
        "4, 100, '8,3'",
        "11, 10, '6,5'",
        "11, 11, '11'",
        "2147483647, 11, '11'",
        "2147483647, 4, '4,4,3'",
        "1, 4, '2,2,2,2,2,1'"
    })
    void slabsAreWholeLayersOfTheSourceOrEqualPartsOfOne(int thickness, int fitting, String expected)
            throws IOException {
        MemoryImageSource source = new MemoryImageSource(ImageGeometry.of(3, 2, 11))
                .with(ARRAY, new byte[11 * SLICE_BYTES])
                .withSlabThickness(thickness);
        new SlabLoop(source, List.of(ARRAY), fitting * SLICE_BYTES).run(ARRAY, (first, slices, buffer) -> {});
        assertEquals(expected, source.slabs.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    @Test
    void aLayerLargerThanAnOrdinarySlabIsReadAtOnce() throws IOException {
        ArraySpec bytes = ArraySpec.point("b", ScalarType.UINT8);
        MemoryImageSource source =
                new MemoryImageSource(ImageGeometry.of(1024, 1024, 5)).with(bytes, new byte[5 << 20]);
        new SlabLoop(source, List.of(bytes), 64 << 20).run(bytes, (first, slices, buffer) -> {});
        assertEquals(List.of(2, 2, 1), source.slabs);
        source.slabs.clear();
        new SlabLoop(source.withSlabThickness(4), List.of(bytes), 64 << 20).run(bytes, (first, slices, buffer) -> {});
        assertEquals(List.of(4, 1), source.slabs);
    }

    @Test
    void aSmallArrayFollowsALargeOneThroughTheSameBuffers() throws IOException {
        ArraySpec cells = ArraySpec.cell("c", ScalarType.UINT8);
        MemoryImageSource source = new MemoryImageSource(ImageGeometry.of(3, 2, 7))
                .with(ARRAY, new byte[7 * SLICE_BYTES])
                .with(cells, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        SlabLoop loop = new SlabLoop(source, List.of(ARRAY, cells), 2 * SLICE_BYTES);
        loop.run(ARRAY, (first, slices, buffer) -> {});
        List<Integer> sizes = new ArrayList<>();
        loop.run(cells, (first, slices, buffer) -> sizes.add(buffer.remaining()));
        assertEquals(List.of(12), sizes);
    }

    @Test
    @HangGuard
    void theNextSlabIsReadWhileOneIsVisited() throws IOException {
        MemoryImageSource source =
                new MemoryImageSource(ImageGeometry.of(3, 2, 7)).with(ARRAY, new byte[7 * SLICE_BYTES]);
        new SlabLoop(source.withSlabThickness(3), List.of(ARRAY), 6 * SLICE_BYTES)
                .run(ARRAY, (first, slices, values) -> {
                    // Returns only if another thread reads on meanwhile.
                    while (source.slabs.size() < Math.min(first / 3 + 2, 3)) {
                        Thread.onSpinWait();
                    }
                });
        assertEquals(List.of(3, 3, 1), source.slabs);
    }

    @Test
    void whereTwoSlabsDoNotFitNoneIsReadAhead() throws IOException {
        MemoryImageSource source =
                new MemoryImageSource(ImageGeometry.of(3, 2, 7)).with(ARRAY, new byte[7 * SLICE_BYTES]);
        List<Integer> read = new ArrayList<>();
        new SlabLoop(source.withSlabThickness(3), List.of(ARRAY), 6 * SLICE_BYTES - 1)
                .run(ARRAY, (first, slices, values) -> read.add(source.slabs.size()));
        assertEquals(List.of(1, 2, 3), read);
    }

    @Test
    void whatAVisitorThrowsEndsTheReading() {
        MemoryImageSource source =
                new MemoryImageSource(ImageGeometry.of(3, 2, 7)).with(ARRAY, new byte[7 * SLICE_BYTES]);
        IOException thrown = new IOException("full");
        IOException found = assertThrows(
                IOException.class,
                () -> new SlabLoop(source, List.of(ARRAY), 2 * SLICE_BYTES).run(ARRAY, (first, slices, values) -> {
                    throw thrown;
                }));
        assertSame(thrown, found);
        assertTrue(source.slabs.size() <= 2, () -> source.slabs.toString());
    }

    @Test
    void aSliceOf2GiBIsRefused() {
        ArraySpec huge = ArraySpec.point("huge", ScalarType.FLOAT64);
        MemoryImageSource source = new MemoryImageSource(ImageGeometry.of(16384, 16384, 2));
        UnsupportedOperationException refused =
                assertThrows(UnsupportedOperationException.class, () -> new SlabLoop(source, List.of(huge), 1 << 20));
        assertTrue(refused.getMessage().contains("'huge'"), refused.getMessage());
        assertTrue(refused.getMessage().contains("2147483648"), refused.getMessage());
    }

    @Test
    void anImageWithoutArraysNeedsNoBuffer() {
        new SlabLoop(new MemoryImageSource(ImageGeometry.of(1, 1, 1)), List.of(), 1);
    }
}
