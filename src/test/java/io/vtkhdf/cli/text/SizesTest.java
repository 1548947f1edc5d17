package io.vtkhdf.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SizesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "17b, 17",
        "512k, 524288",
        "64m, 67108864",
        "64M, 67108864",
        "64MiB, 67108864",
        "64 MB, 64000000",
        "1g, 1073741824",
        "1.5GiB, 1610612736",
        "0.5k, 512",
        "2t, 2199023255552",
        "9223372036854775807, 9223372036854775807"
    })
    void parses(String text, long bytes) {
        assertEquals(bytes, Sizes.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0.5", "-1", "m", "64x", "1e3", "64mm", "1.m", "9223372036854775808", "9000000t", "１k"})
    void refuses(String text) {
        assertThrows(TypeConversionException.class, () -> Sizes.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.00 kB",
        "9994, 9.99 kB",
        "9996, 10.0 kB",
        "99960, 100 kB",
        "999499, 999 kB",
        "999500, 1.00 MB",
        "9410083200, 9.41 GB",
        "9.3e18, 9.30 EB",
        "9.3e22, 93000 EB"
    })
    void prints(double bytes, String text) {
        assertEquals(text, Sizes.text(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0.314, 0.31 s", "42.04, 42.0 s", "187, 3:07", "3753, 1:02:33"})
    void printsTimes(double seconds, String text) {
        assertEquals(text, Times.text(seconds));
    }
}
