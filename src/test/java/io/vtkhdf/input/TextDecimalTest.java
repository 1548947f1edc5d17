package io.vtkhdf.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextDecimalTest {

    private static void assertAsJava(String text) {
        byte[] bytes = (text + "junk").getBytes(StandardCharsets.US_ASCII);
        assertEquals(Double.parseDouble(text), TextDecimal.parseDouble(bytes, 0, text.length()), text);
        assertEquals(Float.parseFloat(text), TextDecimal.parseFloat(bytes, 0, text.length()), text);
    }

    @Test
    void randomNumbersAreRoundedAsJavaRoundsThem() {
        Random random = new Random(42);
        for (int i = 0; i < 30_000; i++) {
            double wide = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(wide)) {
                assertAsJava(Double.toString(wide));
            }
            float narrow = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(narrow)) {
                assertAsJava(Float.toString(narrow));
                assertAsJava(String.format("%.11g", narrow));
            }
            assertAsJava(Double.toString(random.nextGaussian()));
            String digits = Long.toString(random.nextLong() >> random.nextInt(64));
            assertAsJava(digits + "e" + (random.nextInt(80) - 40));
            int point = 1 + random.nextInt(digits.length());
            assertAsJava(digits.substring(0, point) + "." + digits.substring(point));
        }
    }

    @Test
    void numbersBetweenTwoFloatsAreRoundedOnce() {
        Random random = new Random(43);
        for (int i = 0; i < 10_000; i++) {
            float low = Float.intBitsToFloat(random.nextInt(0x7f000000));
            BigDecimal middle =
                    new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));
            String text = middle.toString();
            assertAsJava(text);
            assertAsJava(middle.add(middle.ulp()).toString());
            assertAsJava(middle.subtract(middle.ulp()).toString());
        }
        for (int i = 0; i < 1000; i++) {
            assertAsJava((1L << 24) + 2L * i + 1 + ".0000000001");
            assertAsJava(Long.toString((1L << 24) + 2L * i + 1));
            assertAsJava((1L << 24) + 2L * i + ".9999999999");
        }
    }

    @Test
    void edgesAreRight() {
        for (String text : new String[] {
            "0",
            "-0",
            "+0",
            "0.0",
            "-0.0e99",
            "1.",
            ".5",
            "-.5",
            "+1.5",
            "1E5",
            "1e+05",
            "1e-05",
            "9007199254740992",
            "9007199254740993",
            "9007199254740993e22",
            "1e22",
            "1e23",
            "1e-22",
            "1e-23",
            "4.9e-324",
            "2e-324",
            "1e308",
            "1e309",
            "3.4028235e38",
            "3.4028236e38",
            "1.1754943e-38",
            "1.4e-45",
            "7e-46",
            "1e9999999999",
            "0e9999999999",
            "00000000000000000000000000000001.50000000000000000000000000"
        }) {
            assertAsJava(text);
        }
    }

    @Test
    void whatIsNoNumberIsSpelledInAnyCase() {
        for (String text : new String[] {"nan", "NaN", "-nan", "+NAN"}) {
            assertEquals(
                    Double.NaN, TextDecimal.parseDouble(text.getBytes(StandardCharsets.US_ASCII), 0, text.length()));
            assertEquals(Float.NaN, TextDecimal.parseFloat(text.getBytes(StandardCharsets.US_ASCII), 0, text.length()));
        }
        for (String text : new String[] {"inf", "Inf", "+INF", "Infinity", "-inf", "-INFINITY"}) {
            double expected = text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            assertEquals(expected, TextDecimal.parseDouble(bytes, 0, bytes.length));
            assertEquals((float) expected, TextDecimal.parseFloat(bytes, 0, bytes.length));
        }
    }

    @Test
    void otherWordsAreRefused() {
        for (String text :
                new String[] {"-", ".", "e", "e5", "1e", "1e+", "1.5.2", "1d", "1f", "0x1p0", "infin", "1-", "++1"}) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            assertThrows(NumberFormatException.class, () -> TextDecimal.parseDouble(bytes, 0, bytes.length), text);
            assertThrows(NumberFormatException.class, () -> TextDecimal.parseFloat(bytes, 0, bytes.length), text);
        }
    }
}
