package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DecodedChunksTest {

    private static final int SIZE = 1 << 16;

    private final DecodedChunks cache = new DecodedChunks();

    private DecodedChunks.Key key(long number) {
        return new DecodedChunks.Key(this, number, SIZE);
    }

    private static DecodedChunk chunk() {
        DecodedChunk chunk = new DecodedChunk(1, SIZE);
        chunk.set(new byte[SIZE], false);
        return chunk;
    }

    @Test
    void holdsWhatIsKeptUntilItIsTaken() {
        DecodedChunk chunk = chunk();
        cache.keep(key(1), chunk);
        cache.recycle(chunk());
        assertEquals(2 * SIZE, cache.heldBytes());
        assertSame(chunk, cache.take(key(1)));
        assertEquals(SIZE, cache.heldBytes());
        assertNull(cache.take(key(1)));
    }

    @Test
    void closedHoldsNothing() {
        cache.keep(key(1), chunk());
        cache.recycle(chunk());
        cache.close();
        assertEquals(0, cache.heldBytes());
        cache.keep(key(2), chunk());
        cache.recycle(chunk());
        cache.decodeAhead(key(3), DecodedChunksTest::chunk);
        assertEquals(0, cache.heldBytes());
        for (int number = 1; number <= 3; number++) {
            assertNull(cache.take(key(number)), "chunk " + number);
        }
    }

    @Test
    void closedWhileAChunkIsDecodedAheadHoldsNothing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        cache.decodeAhead(key(1), () -> {
            begun.countDown();
            closed.await();
            cache.recycle(chunk()); // As one that the decoder has replaced by a larger one.
            done.countDown();
            return chunk();
        });
        begun.await();
        cache.close();
        closed.countDown();
        done.await();
        assertEquals(0, cache.heldBytes());
        assertNull(cache.take(key(1)));
    }
}
