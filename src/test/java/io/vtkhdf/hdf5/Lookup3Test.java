package io.vtkhdf.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Lookup3Test {

    /** The values that lookup3.c's own self-test (driver5) names. */
    @Test
    void equals_the_published_values() {
        byte[] text = "Four score and seven years ago".getBytes(StandardCharsets.US_ASCII);

        assertEquals(0xdeadbeef, Lookup3.of(text, 0, 0));
        assertEquals(0x17770551, Lookup3.of(text, 0, text.length));
    }
}
