package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.validate.ImageValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The writer held to the readers that are to read its file. */
class OldestReaderTest extends WriterFixture {

    private static final ImageGeometry FLAT = ImageGeometry.of(4, 3, 1);

    private static WriteOptions oldest(VtkRelease release) {
        return WriteOptions.defaults().withOldestReader(release);
    }

    private static void assertRefused(String message, Executable call) {
        assertMessage(UnsupportedFileException.class, message, call);
    }

    @Test
    void arraysThatWouldNotBeReadAreRefusedAndOthersNot() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, oldest(VtkRelease.VTK_9_1))) {
            assertRefused(
                    "image.vtkhdf: /VTKHDF/CellData/c_1: found something that VTK 9.1, 9.2 would not read (",
                    () -> writer.createCellArray("c.1", ScalarType.FLOAT32));
            assertRefused("/VTKHDF/FieldData/f", () -> writer.writeField(FieldArray.of("f", 1)));
            assertRefused(
                    "expected what VTK 9.1 and newer read",
                    () -> writer.writeField(FieldArray.ofStrings("s", List.of("a"))));
            writeAll(writer.createPointArray("p", ScalarType.FLOAT32));
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(1, reader.arrays().size());
            assertEquals(List.of(), reader.fields());
        }
    }

    @Test
    void aPlanNamesAllThatWouldNotBeRead() {
        WritePlan plan = new WritePlan(file, oldest(VtkRelease.VTK_9_2));
        ImageSpec image = new ImageSpec(
                IMAGE,
                List.of(
                        ArraySpec.point("p", ScalarType.FLOAT32),
                        ArraySpec.cell("c", ScalarType.FLOAT32),
                        ArraySpec.cell("d", ScalarType.INT8)),
                List.of(FieldArray.of("f", 1)),
                List.of());
        assertRefused(
                "image.vtkhdf: /VTKHDF/FieldData/f, /VTKHDF/CellData/c, /VTKHDF/CellData/d: found something that VTK 9.2"
                        + " would not read (FieldData/f: VTK reads field arrays of images from 9.3 on), expected",
                () -> plan.requireWritable(image));
    }

    @Test
    void whatStepsAreAddedToIsHeldToIt() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            writeAll(writer.createPointArray("p", ScalarType.FLOAT32));
            writer.finish();
        }
        byte[] before = Files.readAllBytes(file);
        assertRefused("9.1, 9.2 would not read", () -> ImageSeriesWriter.append(file, oldest(VtkRelease.VTK_9_1)));
        assertArrayEquals(before, Files.readAllBytes(file));
        try (ImageSeriesWriter series = ImageSeriesWriter.append(file, oldest(VtkRelease.VTK_9_3))) {
            StepWriter step = series.step(1);
            writeAll(step.createPointArray("p", ScalarType.FLOAT32));
            series.finish();
        }
    }

    @Test
    void newerReadersTakeMore() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, oldest(VtkRelease.VTK_9_3))) {
            writeAll(writer.createCellArray("c", ScalarType.FLOAT32));
            writer.writeField(FieldArray.of("f", 1));
            assertRefused(
                    "VTK 9.3, 9.4, 9.5, 9.6, 9.7 would not read",
                    () -> writer.writeField(FieldArray.ofStrings("s", List.of())));
            writer.writeField(FieldArray.ofStrings("s", List.of("")));
            writer.finish();
        }
    }

    @Test
    void anImageOfWhichNoArrayWouldBeReadIsRefusedBeforeAFileIsTouched() throws IOException {
        assertRefused("/VTKHDF@WholeExtent", () -> ImageDataWriter.create(file, FLAT, oldest(VtkRelease.VTK_9_2)));
        assertEquals(List.of(), files());
        Files.writeString(file, "precious");
        WriteOptions inPlace = oldest(VtkRelease.VTK_9_2).withInPlace(true).withOverwrite(true);
        assertRefused("9.2", () -> ImageDataWriter.create(file, FLAT, inPlace));
        assertEquals("precious", Files.readString(file));
        try (ImageDataWriter writer =
                ImageDataWriter.create(file, FLAT, inPlace.withOldestReader(VtkRelease.VTK_9_3))) {
            writeAll(writer.createPointArray("p", ScalarType.FLOAT32));
            writeAll(writer.createCellArray("c", ScalarType.FLOAT32));
            writer.finish();
        }
    }

    @Test
    void extentsThatAreKept() throws IOException {
        ImageGeometry moved = ImageGeometry.of(new Extent(5, 8, 0, 2, 0, 4));
        assertRefused(
                "WholeExtent",
                () -> ImageDataWriter.create(
                        file, moved, oldest(VtkRelease.VTK_9_6).withKeepExtent(true)));
        ImageDataWriter.create(file, moved, oldest(VtkRelease.VTK_9_1)).abort();
        ImageDataWriter.create(file, moved, oldest(VtkRelease.VTK_9_7).withKeepExtent(true))
                .abort();
    }

    @Test
    void warningsInsteadOfRefusals() throws IOException {
        List<String> warnings = new ArrayList<>();
        WriteOptions options =
                WriteOptions.defaults().withOldestReader(VtkRelease.VTK_9_2).withWarnings(true);
        WriteListener listener = new WriteListener() {
            @Override
            public void warned(String message) {
                warnings.add(message);
            }
        };
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options, listener)) {
            writeAll(writer.createPointArray("p", ScalarType.FLOAT32));
            assertEquals(List.of(), warnings);
            writeAll(writer.createCellArray("c", ScalarType.FLOAT32));
            assertEquals(1, warnings.size());
            assertTrue(warnings.get(0).contains("/VTKHDF/CellData/c: found something that VTK 9.2 would not read"));
            writer.writeField(FieldArray.of("f", 1));
            assertEquals(2, warnings.size());
            writer.finish();
        }
    }

    @Test
    void withoutADemandEverythingIsWritten() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(1, 4, 2))) {
            ArraySpec flat = ArraySpec.cell("c", ScalarType.FLOAT32).withComponents(3);
            writer.createArray(flat).writeSlice(0, new float[3 * 3]);
            writer.finish();
        }
        assertTrue(ImageValidator.validate(file).isValid());
        assertTrue(ImageValidator.validate(file).readings().stream().noneMatch(reading -> reading.isRight()));
    }

    @Test
    void timeSeries() throws IOException {
        TimeAxis axis = TimeAxis.growing();
        assertMessage(
                UnsupportedFileException.class,
                "something that VTK 9.1, 9.2 would not read",
                () -> ImageSeriesWriter.create(file, IMAGE, axis, oldest(VtkRelease.VTK_9_1)));
        ImageGeometry turned = IMAGE.withDirection(0, -1, 0, 1, 0, 0, 0, 0, 1);
        assertMessage(
                UnsupportedFileException.class,
                "something that VTK 9.4, 9.5, 9.6 would not read",
                () -> ImageSeriesWriter.create(file, turned, axis, oldest(VtkRelease.VTK_9_3)));
        assertEquals(List.of(), files());
        ImageSeriesWriter.create(file, turned, axis, oldest(VtkRelease.VTK_9_7)).abort();
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, IMAGE, axis, oldest(VtkRelease.VTK_9_3))) {
            series.writeField(FieldArray.of("list", 1, 2, 3));
            series.writeField(FieldArray.ofStrings("word", List.of("one")));
            StepWriter step = series.step(0);
            writeAll(step.createPointArray("p", ScalarType.INT16));
            step.writeField(FieldArray.of("number", 1));
            assertMessage(
                    UnsupportedFileException.class,
                    "/VTKHDF/FieldData/numbers: found something that VTK 9.3 would not read",
                    () -> step.writeField(FieldArray.of("numbers", 1, 2)));
            series.abort();
        }
        try (ImageSeriesWriter one =
                ImageSeriesWriter.create(file, IMAGE, TimeAxis.of(3), oldest(VtkRelease.VTK_9_3))) {
            one.step(3).writeField(FieldArray.of("numbers", 1, 2));
            one.finish();
        }
    }
}
