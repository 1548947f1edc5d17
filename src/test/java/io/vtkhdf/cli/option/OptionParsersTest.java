package io.vtkhdf.cli.option;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
