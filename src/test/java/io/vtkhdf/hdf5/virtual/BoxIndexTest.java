package io.vtkhdf.hdf5.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.chunk.ElementBox;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoxIndexTest {

    @Test
    void findsAllThatMeetABoxInTheirOrder() {
        Random random = new Random(1);
        for (int count = 0; count < 40; count++) {
            long[][] low = new long[count][];
            long[][] high = new long[count][];
            for (int i = 0; i < count; i++) {
                low[i] = new long[] {random.nextInt(20), random.nextInt(20)};
                high[i] = new long[] {low[i][0] + random.nextInt(9), low[i][1] + random.nextInt(9)};
            }
            BoxIndex index = new BoxIndex(low, high);
            for (int query = 0; query < 50; query++) {
                ElementBox box = ElementBox.of(
                        new long[] {random.nextInt(25), random.nextInt(25)},
                        1 + random.nextInt(6),
                        1 + random.nextInt(6));
                int[] found = index.near(box);
                int[] sorted = found.clone();
                Arrays.sort(sorted);
                assertArrayEquals(sorted, found);
                IntStream.range(0, count)
                        .filter(i -> meets(box, low[i], high[i]))
                        .forEach(i -> assertTrue(Arrays.binarySearch(found, i) >= 0));
            }
        }
    }

    private static boolean meets(ElementBox box, long[] low, long[] high) {
        return IntStream.range(0, 2)
                .allMatch(axis -> low[axis] < high[axis]
                        && low[axis] < box.first()[axis] + box.size()[axis]
                        && box.first()[axis] < high[axis]);
    }

    /**
     * As many mappings as a hostile file of 20 MB has, each asked for alone: 40,000,000,000 looks if it were at all.
     */
    @Test
    @Timeout(60)
    void oneOfManyIsFoundWithoutALookAtTheOthers() {
        int count = 200_000;
        long[][] low = new long[count][];
        long[][] high = new long[count][];
        for (int i = 0; i < count; i++) {
            low[i] = new long[] {0, count - 1 - i};
            high[i] = new long[] {5, count - i};
        }
        BoxIndex index = new BoxIndex(low, high);
        for (int i = 0; i < count; i++) {
            int[] found = index.near(ElementBox.of(new long[] {0, i}, 5, 1));
            assertEquals(1, found.length);
            assertEquals(count - 1 - i, found[0]);
        }
    }
}
