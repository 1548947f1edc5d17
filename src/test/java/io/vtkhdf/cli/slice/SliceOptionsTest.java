package io.vtkhdf.cli.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.picture.RangeEnd;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SliceOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "'-1.5,2e3', -1.5, false, 2000, false",
        "0:1, 0, false, 1, false",
        "p2:p98, 2, true, 98, true",
        "'p0.5,7', 0.5, true, 7, false",
        "5:p99, 5, false, 99, true"
    })
    void ranges(String text, double low, boolean isLowPercentile, double high, boolean isHighPercentile) {
        assertEquals(
                new RangeOption(new RangeEnd(low, isLowPercentile), new RangeEnd(high, isHighPercentile)),
                new RangeOption.Converter().convert(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1,",
                ",1",
                "1,1",
                "2,1",
                "1,2,3",
                "NaN,1",
                "0,Infinity",
                "a,b",
                "p2:p101",
                "p9:p8",
                "p:p9"
            })
    void noRanges(String text) {
        assertThrows(TypeConversionException.class, () -> new RangeOption.Converter().convert(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9, 9",
        "mid, 5",
        ":, 0 1 2 3 4 5 6 7 8 9",
        "3:5, 3 4 5",
        "7:, 7 8 9",
        ":2, 0 1 2",
        "0:9:4, 0 4 8",
        "::5, 0 5",
        "2:2, 2",
        "1::3, 1 4 7"
    })
    void indices(String text, String expected) {
        int[] numbers =
                Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertArrayEquals(numbers, new Indices.Converter().convert(text).of(10, "--index"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "-1", "5:10", "4:3", "10:", "0:999999999"})
    void indicesOutside(String text) {
        Indices indices = new Indices.Converter().convert(text);
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> indices.of(10, "--index"));
        assertEquals("found --index " + text + ", expected 0 to 9", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1:2:3:4", "1;2", "1,2", "-1:2", "1.5"})
    void noIndices(String text) {
        assertThrows(TypeConversionException.class, () -> new Indices.Converter().convert(text));
    }

    private static List<String> names(String output, int[] steps, int[] slices) {
        return SliceFiles.names(Path.of(output), steps, slices).stream()
                .map(Path::toString)
                .toList();
    }

    @Test
    void names() {
        int[] zero = {0, 0};
        int[] two = {3, 14};
        assertEquals(List.of("a/o_0003.png", "a/o_0014.png"), names("a/o_%04d.png", zero, two));
        assertEquals(List.of("o3.png", "o14.png"), names("o%d.png", two, zero));
        assertEquals(List.of("s03_z0.png", "s14_z0.png"), names("s%02d_z%d.png", two, zero));
        assertEquals(List.of("100%x.png"), names("100%x.png", new int[] {0}, new int[] {7}));
        assertEquals(List.of("a7.png"), names("a%d.png", new int[] {0}, new int[] {7}));
        assertThrows(IllegalArgumentException.class, () -> names("a.png", zero, two));
        assertThrows(IllegalArgumentException.class, () -> names("a%d.png", two, two));
    }

    @Test
    void aPlaceFarFromTheOriginIsToldInFull() {
        ImageGeometry far =
                ImageGeometry.of(4, 4, 4).withOrigin(1e6, 5_345_678.25, 0).withSpacing(0.1, 0.5, 1 / 3.0);
        ArraySpec array = ArraySpec.point("a", ScalarType.UINT8);
        assertEquals("x = 1000000.3", Cut.slice(Axis.X, 3).place(far, array));
        assertEquals("y = 5345678.75", Cut.slice(Axis.Y, 1).place(far, array));
        assertEquals("z = 0.33333", Cut.slice(Axis.Z, 1).place(far, array));
    }
}
