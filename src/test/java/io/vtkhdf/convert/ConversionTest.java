package io.vtkhdf.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.read.StoredLayout;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversion as a program does it, with nothing but what is exported. */
class ConversionTest {

    private static final WriteOptions RAW = WriteOptions.defaults();

    @TempDir
    private Path folder;

    private Path input;
    private Path output;

    @BeforeEach
    void files() {
        input = folder.resolve("in.vti");
        output = folder.resolve("out.vtkhdf");
    }

    @Test
    void convertsXml() throws IOException {
        write("a", "Float64");
        convert(input, output, RAW);

        try (ImageDataReader reader = ImageDataReader.open(output)) {
            assertEquals(new Vector3(1, 2, 0.5), reader.geometry().spacing());
            assertArrayEquals(
                    new int[] {1, 2, 3, 4}, (int[]) reader.pointArray("n").readSlice(0));
            assertArrayEquals(new double[] {0.5, 1.5, 2.5, 3.5}, (double[])
                    reader.pointArray("a").readSlice(1));
        }
    }

    @Test
    void compressesOtherwise() throws IOException {
        write("a", "Float64");
        Path packed = folder.resolve("packed.vtkhdf");
        convert(input, output, RAW);
        convert(output, packed, RAW.withStorage(Storage.gzip(9)));

        try (ImageDataReader reader = ImageDataReader.open(packed)) {
            assertEquals(
                    List.of("shuffle", "deflate"),
                    reader.pointArray("n").storage().filters().stream()
                            .map(StoredLayout.Filter::name)
                            .toList());
            assertArrayEquals(
                    new int[] {5, 6, 7, 8}, (int[]) reader.pointArray("n").readSlice(1));
        }
    }

    @Test
    void whatIsBrokenStopsItUnlessOthersAreChosen() throws IOException {
        write("a", "Float80");
        try (ImageSource source = ImageSources.open(input)) {
            CorruptFileException refused = assertThrows(
                    CorruptFileException.class, () -> Conversion.of(source).to(output, RAW));
            assertTrue(refused.getMessage().contains("Float80"), refused.toString());
            assertNothingIsThere();

            Conversion.of(source).withArrays(array -> array.name().equals("n")).to(output, RAW);
        }
        assertOnlyN();
    }

    @Test
    void whatIsOfAnotherKindCostsNobodyTheOthers() throws IOException {
        write("a", "String");
        try (ImageSource source = ImageSources.open(input)) {
            assertEquals(1, source.unreadable().size());
            Conversion.of(source).to(output, RAW);
        }
        assertOnlyN();
    }

    private void assertOnlyN() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            assertEquals(
                    List.of("n"),
                    reader.arrays().stream().map(array -> array.spec().name()).toList());
        }
    }

    @Test
    void someArraysAreConverted() throws IOException {
        write("a", "Float64");
        List<Long> totals = new ArrayList<>();
        try (ImageSource source = ImageSources.open(input)) {
            Conversion.of(source)
                    .withListener((done, total) -> totals.add(total))
                    .withArrays(array -> array.equals(ArraySpec.point("a", array.type())))
                    .to(output, RAW);
        }
        assertEquals(List.of(64L), totals.stream().distinct().toList());
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            assertEquals(1, reader.arrays().size());
        }
    }

    @Test
    void isCancelledByTheOneWhoHearsOfIt() throws IOException {
        write("a", "Float64");
        try (ImageSource source = ImageSources.open(input)) {
            AtomicReference<Conversion> running = new AtomicReference<>();
            running.set(Conversion.of(source)
                    .withListener((done, total) -> running.get().cancel()));
            assertThrows(CancellationException.class, () -> running.get().to(output, RAW));
            assertNothingIsThere();
            assertThrows(CancellationException.class, () -> running.get().to(output, RAW));

            Conversion.of(source).to(output, RAW);
        }
        assertTrue(Files.exists(output));
    }

    private void convert(Path from, Path to, WriteOptions options) throws IOException {
        try (ImageSource source = ImageSources.open(from)) {
            Conversion.of(source).to(to, options);
        }
    }

    private void assertNothingIsThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(input), files.toList());
        }
        assertFalse(Files.exists(output));
    }

    private void write(String name, String type) throws IOException {
        Files.writeString(input, """
                <VTKFile type="ImageData" version="0.1" byte_order="LittleEndian">
                <ImageData WholeExtent="0 1 0 1 0 1" Origin="0 0 0" Spacing="1 2 0.5">
                <Piece Extent="0 1 0 1 0 1"><PointData>
                <DataArray type="Int32" Name="n" format="ascii">1 2 3 4 5 6 7 8</DataArray>
                <DataArray type="%s" Name="%s" format="ascii">8 7 6 5 0.5 1.5 2.5 3.5</DataArray>
                </PointData></Piece></ImageData></VTKFile>
                """.formatted(type, name));
    }
}
