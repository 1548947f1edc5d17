package io.vtkhdf.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ScalarTypeTest {

    @Test
    void reads_unsigned_values_as_unsigned() {
        assertEquals(255, ScalarType.UINT8.doubleAt(new byte[] {-1}, 0));
        assertEquals(-1, ScalarType.INT8.doubleAt(new byte[] {-1}, 0));
        assertEquals(65535, ScalarType.UINT16.doubleAt(new short[] {-1}, 0));
        assertEquals(4294967295.0, ScalarType.UINT32.doubleAt(new int[] {-1}, 0));
        assertEquals("18446744073709551615", ScalarType.UINT64.textAt(new long[] {-1}, 0));
    }

    @Test
    void rounds_large_unsigned_values_as_one_step() {
        for (long bits : new long[] {-1, Long.MIN_VALUE, Long.MIN_VALUE + 1024, Long.MIN_VALUE + 1025, -1025, 5}) {
            double expected = new BigInteger(Long.toUnsignedString(bits)).doubleValue();
            assertEquals(expected, ScalarType.UINT64.doubleAt(new long[] {bits}, 0), Long.toUnsignedString(bits));
        }
    }

    @Test
    void is_found_by_the_name_that_vtk_gives_it() {
        for (ScalarType type : ScalarType.values()) {
            assertEquals(type, ScalarType.ofVtkName(type.vtkName()).orElseThrow());
        }
        assertTrue(ScalarType.ofVtkName("Bit").isEmpty());
    }
}
