package io.vtkhdf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void sixDigits() {
        assertEquals(
                "0.1 -2 0.333333 1.5e-7 NaN Infinity 1.23457e20 1e20", //
                Numbers.text(0.1f, -2, 1 / 3.0, 1.5e-7, Double.NaN, Double.POSITIVE_INFINITY, 123456789e12, 1e20));
    }

    /** Java's own formatting, which is right and slow, but for its trailing zeros. */
    @Test
    void asJavaFormatsThem() {
        Random random = new Random(20261201);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            if (value == Math.rint(value) && Math.abs(value) < Numbers.LONGEST_INTEGER) {
                continue;
            }
            String[] formatted = String.format(Locale.ROOT, "%.6g", value).split("e");
            String mantissa = formatted[0].contains(".") ? formatted[0].replaceFirst("\\.?0+$", "") : formatted[0];
            String exponent = formatted.length == 1 ? "" : "e" + Integer.parseInt(formatted[1]);
            assertEquals(mantissa + exponent, Numbers.text(value));
        }
        for (double value : List.of(9.9999995e-5, 0.0001, 0.00009, 999999.5, 999999.4, 123456.5, 0.1 + 0.2, 2.5e-310)) {
            String formatted = String.format(Locale.ROOT, "%.6g", value);
            assertEquals(Double.parseDouble(formatted), Double.parseDouble(Numbers.text(value)), formatted);
            assertEquals(formatted.contains("e"), Numbers.text(value).contains("e"), formatted);
        }
    }

    @Test
    void digitsBehindThePointAsJavaFormatsThem() {
        Random random = new Random(20261202);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextDouble() * Math.pow(10, random.nextInt(8) - 3);
            int decimals = random.nextInt(4);
            assertEquals(String.format(Locale.ROOT, "%." + decimals + "f", value), Numbers.fixed(value, decimals));
        }
        assertEquals(
                "0.13 1 10.0", Numbers.fixed(0.125, 2) + " " + Numbers.fixed(0.5, 0) + " " + Numbers.fixed(9.95, 1));
        assertEquals("Infinity", Numbers.fixed(Double.POSITIVE_INFINITY, 1));
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
