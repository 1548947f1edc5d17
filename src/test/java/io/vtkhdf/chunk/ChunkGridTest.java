package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChunkGridTest {

    @Test
    void numbers_chunks_row_by_row() {
        ChunkGrid grid = new ChunkGrid(new long[] {5, 4, 7}, new int[] {2, 4, 3});

        assertEquals(3 * 1 * 3, grid.count());
        assertEquals(24, grid.chunkElements());
        for (long number = 0; number < grid.count(); number++) {
            assertEquals(number, grid.number(grid.place(number)));
        }
        assertArrayEquals(new long[] {1, 0, 2}, grid.place(5));
        assertArrayEquals(new long[] {2, 0, 6}, grid.start(new long[] {1, 0, 2}));
    }

    @Test
    void cuts_the_chunks_at_the_far_edges() {
        ChunkGrid grid = new ChunkGrid(new long[] {5, 4, 7}, new int[] {2, 4, 3});

        assertArrayEquals(new int[] {2, 4, 3}, grid.sizeInside(new long[] {0, 0, 0}));
        assertArrayEquals(new int[] {1, 4, 1}, grid.sizeInside(new long[] {2, 0, 2}));
    }

    @Test
    void counts_beyond_an_int() {
        ChunkGrid grid = new ChunkGrid(new long[] {1L << 33, 3}, new int[] {1, 1});

        assertEquals(3L << 33, grid.count());
        assertArrayEquals(new long[] {(1L << 33) - 1, 2}, grid.place(grid.count() - 1));
    }
}
