package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Fletcher32Test {

    /** Checksums that libhdf5 1.10.8 stored behind chunks of these bytes. */
    @Test
    void equals_libhdf5() {
        assertEquals(0x4ff029c7, sum("abcde"));
        assertEquals(0x50562a2d, sum("abcdef"));
        byte[] ones = new byte[3_000_001];
        Arrays.fill(ones, (byte) 0xff);
        assertEquals(0xff00ff00, Fletcher32.of(ones, ones.length));
        assertEquals(0, Fletcher32.of(new byte[1000], 1000));
    }

    private static int sum(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Fletcher32.of(bytes, bytes.length);
    }
}
