package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that HDF5 would cut short or mistake for another are refused, and what else is written remains. */
class UnwritableTextTest {

    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\0", "a\ud800b", "\udc00"})
    void namesAreRefused(String name) throws IOException {
        Path file = scratch.resolve("names.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(1, 1, 1))) {
            assertThrows(IllegalArgumentException.class, () -> writer.createPointArray(name, ScalarType.INT8));
            assertThrows(IllegalArgumentException.class, () -> writer.createCellArray(name, ScalarType.INT8));
            assertThrows(IllegalArgumentException.class, () -> writer.writeField(FieldArray.of(name, 1)));
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(List.of(), reader.arrays());
            assertEquals(List.of(), reader.fields());
        }
    }

    @Test
    void stringsWithNulAreRefused() throws IOException {
        Path file = scratch.resolve("strings.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(1, 1, 1))) {
            FieldArray field = FieldArray.ofStrings("f", List.of("whole", "cut\0short"));
            assertThrows(IllegalArgumentException.class, () -> writer.writeField(field));
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(List.of(), reader.fields());
        }
    }
}
