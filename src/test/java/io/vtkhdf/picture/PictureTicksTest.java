package io.vtkhdf.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTicksTest {

    private static String texts(double low, double high, int most, double smallestStep) {
        return PictureTicks.between(low, high, most, smallestStep).stream()
                .map(PictureTicks.Tick::text)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 6, 0, 0 2 4 6 8 10",
        "-0.5, 3.5, 10, 1, 0 1 2 3",
        "-1, 1, 5, 0, -1 -0.5 0 0.5 1",
        "0, 0.3, 4, 0, 0 0.1 0.2 0.3",
        "1000000, 1000000.4, 3, 0, 1000000 1000000.2 1000000.4",
        "1e-9, 5e-9, 5, 0, 1e-9 2e-9 3e-9 4e-9 5e-9",
        "0, 4e9, 3, 0, 0 2e9 4e9",
        "0.00001, 0.00002, 2, 0, 0.00001 0.00002",
        "7, 7, 5, 0, ''",
        "-1e308, 1e308, 3, 0, -1e308 0 1e308"
    })
    void roundNumbers(double low, double high, int most, double smallestStep, String expected) {
        assertEquals(expected, texts(low, high, most, smallestStep));
    }

    @ParameterizedTest
    @CsvSource({
        "5.87367e-5, 0.998, 0.00006",
        "123456, 9e6, 123456",
        "0.123456789, 1e-4, 0.12345679",
        "5.87367e-9, 1e-8, 5.874e-9",
        "1234.5678, 1e6, 1200",
        "9007199254740993, 3500, 9.007199254740992e15",
        "1.7e308, 1e308, 1.7e308",
        "1.25, Infinity, 1.25",
        "1.25, 0, 1.25"
    })
    void anEndHasTheDigitsThatTheScaleShows(double value, double length, String expected) {
        assertEquals(expected, PictureTicks.textOf(value, length));
    }

    @Test
    void neverTooMany() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(600) - 300);
            double high = low + random.nextDouble() * Math.pow(10, random.nextInt(600) - 300);
            int most = 2 + random.nextInt(20);
            List<PictureTicks.Tick> ticks = PictureTicks.between(low, high, most, 0);
            assertTrue(ticks.size() <= most, () -> low + " to " + high + ": " + ticks);
            ticks.forEach(tick -> assertTrue(tick.value() >= low && tick.value() <= high, tick::toString));
        }
    }

    @Test
    void whatIsNotZeroIsNotShownAsZero() {
        assertEquals("0.0001", PictureTicks.textOf(0.0001, 1e8));
        assertEquals("-1.5e-9", PictureTicks.textOf(-1.5e-9, 2));
        assertEquals("0", PictureTicks.textOf(0, 1e8));
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 1000, 9, 0.001 0.01 0.1 1 10 100 1000",
        "0.0011, 999, 9, 0.01 0.1 1 10 100",
        "0.001, 1000, 4, 0.001 0.1 10 1000",
        "1e-300, 1e300, 3, 1e-300 1 1e300",
        "2, 9, 5, ''"
    })
    void powersOfTen(double low, double high, int most, String expected) {
        assertEquals(
                expected,
                PictureTicks.decades(low, high, most).stream()
                        .map(PictureTicks.Tick::text)
                        .collect(Collectors.joining(" ")));
    }
}
