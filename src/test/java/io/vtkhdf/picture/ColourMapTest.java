package io.vtkhdf.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.plane.Planes;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourMapTest {

    /** Of 255 * sqrt(3) in all: what the eye tells apart beside each other. */
    private static final double CLEARLY = 70;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CATEGORIES")
    void asInMatplotlib(ColourMap map) {
        double[] expected = Planes.expected("map " + map.name().toLowerCase(Locale.ROOT));
        for (int i = 0; i <= 100; i++) {
            assertEquals((int) expected[i], map.rgb(i / 100.0), "at " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CATEGORIES")
    void whatIsSpecialLooksLikeNothingElse(ColourMap map) {
        for (SpecialValue value : SpecialValue.values()) {
            for (int i = 0; i < 256; i++) {
                assertTrue(distance(map.rgb(value), map.rgb((i + 0.5) / 256)) > CLEARLY, value + " is like " + i);
            }
            for (SpecialValue other : SpecialValue.values()) {
                assertTrue(value == other || distance(map.rgb(value), map.rgb(other)) > CLEARLY, value + " " + other);
            }
        }
    }

    private static double distance(int one, int other) {
        double sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double difference = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
