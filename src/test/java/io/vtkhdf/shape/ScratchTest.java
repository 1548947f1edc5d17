package io.vtkhdf.shape;

import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ScratchTest {

    /** Buffers of equal bytes are equal, but not the same one. */
    @Test
    void noBufferIsTakenTwice() {
        Scratch scratch = new Scratch();
        ByteBuffer one = scratch.take(8);
        ByteBuffer other = scratch.take(8);
        scratch.giveBack(one);
        other.limit(4);
        scratch.giveBack(other);
        one.limit(4);
        assertNotSame(scratch.take(8), scratch.take(8));
    }
}
