package io.vtkhdf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.ByteSource.Range;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which requests bring ranges: all bytes of all of them, whatever their sizes, and however often that was asked. */
class RangePlanTest {

    private static final int MOST = 8 << 20;

    private final byte[] target = new byte[2 * MOST + 1];

    @Test
    void pieces() {
        for (int size : List.of(1, MOST - 1, MOST, MOST + 1, 2 * MOST, 2 * MOST + 1)) {
            assertPlanned(size);
        }
    }

    @Test
    void againAndAgain() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            assertPlanned(i % 5000 == 4999 ? MOST / 2 + random.nextInt(MOST) : 1 + random.nextInt(300_000));
        }
    }

    private void assertPlanned(int size) {
        List<RangeWish> wishes = RangePlan.of(null, List.of(new Range(7, ByteBuffer.wrap(target, 0, size))));
        long at = 7;
        for (RangeWish wish : wishes) {
            assertEquals("bytes=" + at + "-" + (at + wish.size() - 1), wish.range());
            assertTrue(wish.size() <= MOST, wish::range);
            at += wish.size();
        }
        assertEquals(7 + (long) size, at);
    }
}
