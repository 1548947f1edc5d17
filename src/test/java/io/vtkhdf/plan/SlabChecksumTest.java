package io.vtkhdf.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlabChecksumTest {

    /** From RFC 3720, B.4: 32 zeros, 32 ones, and 0 to 31. */
    @Test
    void isThatOfTheStandard() {
        byte[] ascending = new byte[32];
        byte[] ones = new byte[32];
        for (int i = 0; i < 32; i++) {
            ascending[i] = (byte) i;
            ones[i] = (byte) 0xff;
        }
        assertEquals(0x8a9136aa, ofHalves(new byte[32]));
        assertEquals(0x62a8ab43, ofHalves(ones));
        assertEquals(0x46dd794e, ofHalves(ascending));
    }

    private static int ofHalves(byte[] bytes) {
        SlabChecksum sum = new SlabChecksum(32);
        sum.add(16, ByteBuffer.wrap(bytes, 16, 16));
        assertFalse(sum.isComplete());
        sum.add(0, ByteBuffer.wrap(bytes, 0, 16));
        assertTrue(sum.isComplete());
        return sum.value();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 4096, 100_003})
    void doesNotDependOnPiecesOrTheirOrder(int length) {
        Random random = new Random(length);
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        CRC32C expected = new CRC32C();
        expected.update(bytes);
        List<int[]> pieces = new ArrayList<>();
        for (int at = 0; at < length; ) {
            int size = Math.min(1 + random.nextInt(9000), length - at);
            pieces.add(new int[] {at, size});
            at += size;
        }
        Collections.shuffle(pieces, random);
        SlabChecksum sum = new SlabChecksum(length);
        for (int[] piece : pieces) {
            ByteBuffer part = ByteBuffer.wrap(bytes, piece[0], piece[1]);
            sum.add(piece[0], part);
            assertEquals(piece[1], part.remaining());
        }
        assertTrue(sum.isComplete());
        assertEquals((int) expected.getValue(), sum.value());
    }

    /** Far behind it: what stands in front of terabytes of zeros. */
    @Test
    void knowsLongSlabs() {
        SlabChecksum whole = new SlabChecksum(1L << 42);
        SlabChecksum twice = new SlabChecksum(1L << 42);
        whole.add(5, ByteBuffer.wrap(new byte[] {1, 2, 3}));
        twice.add(7, ByteBuffer.wrap(new byte[] {3}));
        twice.add(5, ByteBuffer.wrap(new byte[] {1, 2}));
        assertEquals(whole.value(), twice.value());
    }
}
