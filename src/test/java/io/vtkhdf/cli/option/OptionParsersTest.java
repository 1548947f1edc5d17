package io.vtkhdf.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.cli.slice.ValueRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class OptionParsersTest {

    @ParameterizedTest
    @ValueSource(strings = {"none", "fast", "gzip", "gzip:1", "gzip:9", "None", "GZIP", "Gzip:4"})
    void compressions(String text) {
        assertNotNull(new Compression.Converter().convert(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip:", "gzip:0", "gzip:10", "gzip1", "lzf", "fast:1"})
    void noCompressions(String text) {
        assertThrows(TypeConversionException.class, () -> new Compression.Converter().convert(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slice", "brick", "1,2,3", "1,512,999999999"})
    void chunks(String text) {
        assertNotNull(new Chunk().convert(text));
    }

    @Test
    void anAutomaticChunkIsNone() {
        assertNull(new Chunk().convert("auto"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "1,2,3,4", "0,1,1", "-1,1,1", "1, 2, 3", "1x2x3", "9999999999,1,1"})
    void noChunks(String text) {
        assertThrows(TypeConversionException.class, () -> new Chunk().convert(text));
    }

    @Test
    void ranges() {
        assertEquals(new ValueRange(-1.5, 2e3), new ValueRange.Converter().convert("-1.5,2e3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1,", ",1", "1,1", "2,1", "1,2,3", "NaN,1", "0,Infinity", "a,b"})
    void noRanges(String text) {
        assertThrows(TypeConversionException.class, () -> new ValueRange.Converter().convert(text));
    }

    @Test
    void positionsInARange() {
        ValueRange range = new ValueRange(-1, 3);
        assertEquals(0.25, range.position(0));
        assertEquals(0, range.position(-7));
        assertEquals(1, range.position(Double.POSITIVE_INFINITY));
        assertEquals(0.5, new ValueRange(2, 2).position(2));
        assertEquals(0.5, new ValueRange(-Double.MAX_VALUE, Double.MAX_VALUE).position(0));
    }
}
