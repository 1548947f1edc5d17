package io.vtkhdf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void sixDigits() {
        assertEquals(
                "0.1 -2 0.333333 1.5e-7 NaN Infinity 1.23457e20 1e20", //
                Numbers.text(0.1f, -2, 1 / 3.0, 1.5e-7, Double.NaN, Double.POSITIVE_INFINITY, 123456789e12, 1e20));
    }

    @Test
    void neighboursAreNeverTheSameText() {
        assertEquals(List.of("0.333333", "0.666667"), Numbers.apart(1 / 3.0, 2 / 3.0));
        assertEquals(List.of("1000000.125", "1000000.25", "2000000"), Numbers.apart(1000000.125, 1000000.25, 2e6));
        assertEquals("9007199254740991 to 9007199254740992", Numbers.range(9007199254740991d, 9007199254740992d));
        assertEquals("1e300 to 1.00000001e300", Numbers.range(1e300, 1.00000001e300));
        assertEquals("999999.99 to 1000000.01", Numbers.range(999999.9900000169, 1000000.0099999838));
        assertEquals(
                List.of("1000000.1", "1000000.2", "Infinity"),
                Numbers.apart(1000000.1, 1000000.2, Double.POSITIVE_INFINITY));
        assertEquals("5 to 5", Numbers.range(5, 5));
        assertEquals("NaN to NaN", Numbers.range(Double.NaN, Double.NaN));
    }
}
