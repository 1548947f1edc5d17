package io.vtkhdf.join;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.StepTimes;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What fits together, and what does not. What readers make of joined files: {@code JoinSuiteTest}, the matrix. */
class ImageJoinTest {

    private static final ArraySpec POINTS = ArraySpec.point("p", ScalarType.FLOAT32);
    private static final ArraySpec CELLS = ArraySpec.cell("c", ScalarType.UINT8);
    private static final WriteOptions PLAIN = WriteOptions.defaults();

    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out.vtkhdf");
    }

    /** Slices of 3 x 2 points, {@code count} of them from {@code first} on along z, of an image with origin 10. */
    private Path slab(String name, int first, int count, ArraySpec... arrays) throws IOException {
        return write(name, ImageGeometry.of(new Extent(0, 2, 0, 1, first, first + count - 1)), List.of(), arrays);
    }

    private Path write(String name, ImageGeometry geometry, List<FieldArray> fields, ArraySpec... arrays)
            throws IOException {
        Path file = folder.resolve(name);
        ImageGeometry moved = new ImageGeometry(
                geometry.extent(),
                ImageGeometry.of(1, 1, 1).withOrigin(0, 0, 10).origin(),
                geometry.spacing(),
                geometry.direction());
        try (ImageDataWriter writer = ImageDataWriter.create(file, moved, PLAIN.withFillMissing(true))) {
            for (ArraySpec array : arrays) {
                writer.createArray(array);
            }
            for (FieldArray field : fields) {
                writer.writeField(field);
            }
            writer.finish();
        }
        return file;
    }

    private static <T extends Throwable> void assertFails(Class<T> type, String message, Executable call) {
        String found = String.valueOf(assertThrows(type, call).getMessage());
        assertTrue(found.contains(message), found);
    }

    private static ImageJoin alongZ(Path... parts) throws IOException {
        return ImageJoin.along(Axis.Z, List.of(parts));
    }

    @Test
    void partsThatShareAPlaneComeInTheOrderOfTheirPlaces() throws IOException {
        Path c = slab("a.vtkhdf", 7, 3, POINTS, CELLS);
        Path a = slab("c.vtkhdf", -2, 6, POINTS, CELLS);
        Path b = slab("b.vtkhdf", 3, 5, POINTS, CELLS);
        ImageJoin join = alongZ(c, a, b);
        assertEquals(
                List.of(ImagePart.ofSlices(a, 0, 6), ImagePart.ofSlices(b, 5, 5), ImagePart.ofSlices(c, 9, 3)),
                join.parts());
        assertEquals(
                ImageGeometry.of(3, 2, 12).withOrigin(0, 0, 8), join.image().geometry());
        assertEquals(List.of(POINTS, CELLS), join.image().arrays());
        assertEquals(0, join.times().length);
    }

    @Test
    void partsThatShareNothingLackCells() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4, POINTS, CELLS);
        Path b = slab("b.vtkhdf", 4, 4, POINTS, CELLS);
        assertFails(
                IllegalArgumentException.class,
                "a.vtkhdf (z 0 to 3) and " + b + " (z 4 to 7): found no slice of points that both hold, so the cells"
                        + " between them are in neither, expected all values of the cell array 'c'; join the point arrays alone",
                () -> alongZ(a, b));
        ImageJoin points = ImageJoin.along(Axis.Z, List.of(a, b), array -> array.association() == Association.POINT);
        assertEquals(List.of(POINTS), points.image().arrays());
        assertEquals(8, points.image().geometry().dimensions().z());
    }

    @Test
    void bothWaysToCutInOneJoin() throws IOException {
        ImageJoin join =
                alongZ(slab("a.vtkhdf", 0, 4, POINTS), slab("b.vtkhdf", 4, 4, POINTS), slab("c.vtkhdf", 7, 2, POINTS));
        assertEquals(9, join.image().geometry().dimensions().z());
    }

    @Test
    void gapsAndOverlapsNameBothFilesAndTheirSlices() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4, POINTS);
        Path gap = slab("gap.vtkhdf", 6, 2, POINTS);
        Path overlap = slab("overlap.vtkhdf", 2, 4, POINTS);
        Path same = slab("same.vtkhdf", 0, 1, POINTS);
        assertFails(
                IllegalArgumentException.class,
                a + " (z 0 to 3) and " + gap + " (z 6 to 7): found a gap of 2 slices between them, expected none",
                () -> alongZ(a, gap));
        assertFails(
                IllegalArgumentException.class,
                a + " (z 0 to 3) and " + overlap
                        + " (z 2 to 5): found 2 slices of points that both hold, expected at most one",
                () -> alongZ(overlap, a));
        assertFails(IllegalArgumentException.class, "that both hold", () -> alongZ(same, a));
        assertFails(IllegalArgumentException.class, "expected the file of each part once", () -> alongZ(a, a));
        assertFails(IllegalArgumentException.class, "expected the file of each part once", () -> alongZ());
    }

    @Test
    void partsLieOnOneGrid() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4, POINTS);
        ImageGeometry next = ImageGeometry.of(new Extent(0, 2, 0, 1, 3, 5));
        Path wide = write("wide.vtkhdf", ImageGeometry.of(new Extent(0, 3, 0, 1, 3, 5)), List.of(), POINTS);
        Path beside = write("beside.vtkhdf", ImageGeometry.of(new Extent(1, 3, 0, 1, 3, 5)), List.of(), POINTS);
        Path spaced = write("spaced.vtkhdf", next.withSpacing(1, 1, 1.01), List.of(), POINTS);
        Path turned = write("turned.vtkhdf", next.withDirection(0, 1, 0, -1, 0, 0, 0, 0, 1), List.of(), POINTS);
        Path near = write("near.vtkhdf", next.withSpacing(1, 1, 1.00001), List.of(), POINTS);
        assertFails(UnsupportedFileException.class, "found 4 points along x, expected 3 as in", () -> alongZ(a, wide));
        for (Path part : List.of(beside, spaced, turned)) {
            assertFails(UnsupportedFileException.class, part + ": /VTKHDF: found a corner at", () -> alongZ(a, part));
        }
        assertEquals(6, alongZ(a, near).image().geometry().dimensions().z());
        Path flat = write("flat.vtkhdf", next.withDirection(1, 0, 0, 0, 1, 0, 0, 0, 0), List.of(), POINTS);
        assertFails(UnsupportedFileException.class, "axes that lie in a plane", () -> alongZ(flat, a));
        Path still = write("still.vtkhdf", next.withSpacing(1, 1, 0), List.of(), POINTS);
        assertFails(UnsupportedFileException.class, "a spacing of 0 along z", () -> alongZ(still, a));
        Path far = write("far.vtkhdf", next.withSpacing(1, 1, 1e300), List.of(), POINTS);
        assertFails(UnsupportedFileException.class, far + ": /VTKHDF: found a corner at", () -> alongZ(a, far));
    }

    @Test
    void partsHaveTheSameArrays() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4, POINTS);
        Path other = slab("b.vtkhdf", 3, 4, ArraySpec.point("p", ScalarType.FLOAT64));
        Path vectors = slab("c.vtkhdf", 3, 4, POINTS.withComponents(3));
        Path more = slab("d.vtkhdf", 3, 4, POINTS, CELLS);
        assertFails(
                UnsupportedFileException.class,
                other + ": PointData 'p': found 1 x Float64, expected 1 x Float32 as in " + a,
                () -> alongZ(a, other));
        assertFails(
                UnsupportedFileException.class, "found 3 x Float32, expected 1 x Float32", () -> alongZ(a, vectors));
        assertFails(
                UnsupportedFileException.class, "CellData 'c': found an array, expected none", () -> alongZ(a, more));
        assertFails(UnsupportedFileException.class, "found no such array, expected one", () -> alongZ(more, a));
        ImageJoin chosen = ImageJoin.along(Axis.Z, List.of(a, more), POINTS::equals);
        assertEquals(List.of(POINTS), chosen.image().arrays());
    }

    @Test
    void fieldsThatDifferAreLeftOutAndTold() throws IOException {
        FieldArray same = FieldArray.of("same", 1.5, 2);
        ImageGeometry first = ImageGeometry.of(new Extent(0, 2, 0, 1, 0, 3));
        ImageGeometry second = ImageGeometry.of(new Extent(0, 2, 0, 1, 3, 5));
        Path a = write("a.vtkhdf", first, List.of(same, FieldArray.of("host", 1), FieldArray.of("only", 1)), POINTS);
        Path b = write("b.vtkhdf", second, List.of(same, FieldArray.of("host", 2)), POINTS);
        ImageJoin join = alongZ(a, b);
        assertEquals(List.of(same), join.image().fields());
        assertEquals(
                List.of(
                        "FieldData 'only': left out, since not all parts have it, of one type",
                        "FieldData 'host': left out, since not all parts have the same values"),
                join.notes().stream().map(SourceNote::message).toList());
    }

    @Test
    void slabsOfDifferentTimesAreNoImage() throws IOException {
        Path a = write(
                "a.vtkhdf",
                ImageGeometry.of(new Extent(0, 2, 0, 1, 0, 3)),
                List.of(FieldArray.of("TimeValue", 0.5)),
                POINTS);
        Path b = write(
                "b.vtkhdf",
                ImageGeometry.of(new Extent(0, 2, 0, 1, 3, 5)),
                List.of(FieldArray.of("TimeValue", 1.0)),
                POINTS);
        assertFails(
                UnsupportedFileException.class, b + ": time: found 1.0, expected 0.5 as in " + a, () -> alongZ(a, b));
    }

    @Test
    void filesThatAreNoParts() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4, POINTS);
        assertThrows(NoSuchFileException.class, () -> alongZ(a, folder.resolve("gone.vtkhdf")));
        Path text = Files.writeString(folder.resolve("text.vtkhdf"), "no HDF5");
        assertThrows(CorruptFileException.class, () -> alongZ(a, text));
        Path series = series("series.vtkhdf", 0, 1);
        assertFails(
                UnsupportedFileException.class,
                "a time series of 2 steps, expected a single image",
                () -> alongZ(series));
        Path begun = folder.resolve("begun.vtkhdf");
        try (ImageDataWriter writer =
                ImageDataWriter.create(begun, ImageGeometry.of(3, 2, 4), PLAIN.withInPlace(true))) {
            writer.createArray(POINTS);
            writer.commit();
            assertFails(UnsupportedFileException.class, "found an unfinished file", () -> alongZ(begun));
            writer.abort();
        }
    }

    private Path series(String name, double... times) throws IOException {
        Path file = folder.resolve(name);
        ImageGeometry geometry = ImageGeometry.of(3, 2, 4).withOrigin(0, 0, 10);
        try (ImageSeriesWriter series =
                ImageSeriesWriter.create(file, geometry, TimeAxis.of(times), PLAIN.withFillMissing(true))) {
            for (double time : times) {
                StepWriter step = series.step(time);
                step.createArray(POINTS);
                step.writeField(FieldArray.of("n", time));
            }
            series.finish();
        }
        return file;
    }

    private Path step(String name, FieldArray... fields) throws IOException {
        return write(name, ImageGeometry.of(3, 2, 4), List.of(fields), POINTS);
    }

    @Test
    void stepsComeInTheNaturalOrderOfTheirNames() throws IOException {
        Path second = step("a2.vtkhdf");
        Path tenth = step("a10.vtkhdf");
        List<Path> parts = List.of(tenth, second);
        assertArrayEquals(
                new double[] {0, 1},
                ImageJoin.inTime(parts, StepTimes.ofFiles()).times());
        assertArrayEquals(
                new double[] {-1, 7},
                ImageJoin.inTime(parts, StepTimes.of(-1, 7)).times());
        ImageJoin join = ImageJoin.inTime(parts, StepTimes.every(0.25));
        assertArrayEquals(new double[] {0, 0.25}, join.times());
        assertEquals(
                List.of(second, tenth),
                join.parts().stream().map(ImagePart::file).toList());
        assertFails(
                IllegalArgumentException.class,
                "found 3 times for 2 files, expected as many",
                () -> ImageJoin.inTime(parts, StepTimes.of(1, 2, 3)));
    }

    @Test
    void timesOfFilesIncreaseAndAllHaveOne() throws IOException {
        Path a = step("a.vtkhdf", FieldArray.of("TimeValue", 2.0));
        Path b = step("b.vtkhdf", FieldArray.of("TimeValue", 1.0));
        Path timeless = step("c.vtkhdf");
        assertFails(
                IllegalArgumentException.class,
                a + " and " + b
                        + ": found times 2.0 and then 1.0, expected times that increase in the order of the files'"
                        + " names; --times or --dt gives the times",
                () -> ImageJoin.inTime(List.of(a, b), StepTimes.ofFiles()));
        assertFails(
                IllegalArgumentException.class,
                timeless + ": found no field array TimeValue with one number, expected one as in " + a,
                () -> ImageJoin.inTime(List.of(a, timeless), StepTimes.ofFiles()));
    }

    @Test
    void partsMayBeSeriesThemselves() throws IOException {
        Path first = series("run1.vtkhdf", 0, 1, 2);
        Path single = step("run2.vtkhdf", FieldArray.of("TimeValue", 2.5), FieldArray.of("n", 2.5));
        Path last = series("run3.vtkhdf", 3, 4);
        ImageJoin join = ImageJoin.inTime(List.of(first, single, last), StepTimes.ofFiles());
        assertArrayEquals(new double[] {0, 1, 2, 2.5, 3, 4}, join.times());
        assertEquals(new ImagePart(last, 0, 4, 4, 2), join.parts().get(2));
        assertEquals(List.of(), join.notes());
    }

    @Test
    void stepsHaveOneGeometry() throws IOException {
        Path a = step("a.vtkhdf");
        Path b = write("b.vtkhdf", ImageGeometry.of(3, 2, 4).withSpacing(1, 1, 2), List.of(), POINTS);
        assertFails(
                UnsupportedFileException.class,
                b + ": spacing: found (1.0, 1.0, 2.0), expected (1.0, 1.0, 1.0) as in " + a,
                () -> ImageJoin.inTime(List.of(a, b), StepTimes.ofFiles()));
    }

    @Test
    void namesOfPartsBeginAtTheFileThatIsWritten() throws IOException {
        Files.createDirectory(folder.resolve("below"));
        Path a = slab("below/a.vtkhdf", 0, 4, POINTS);
        Path b = slab("b.vtkhdf", 3, 4, POINTS);
        ImageJoin join = alongZ(a, b);
        join.to(out(), PLAIN);
        Path below = folder.resolve("below/out.vtkhdf");
        assertFails(
                UnsupportedFileException.class,
                b + ": file: found a part outside of " + folder.toRealPath().resolve("below"),
                () -> join.to(below, PLAIN));
        assertThrows(UnsupportedFileException.class, () -> join.requireWritable(below, PLAIN));
        assertTrue(listed().stream()
                .noneMatch(file -> file.getFileName().toString().endsWith(".part")));
        join.withReach(InputReach.ANYWHERE).requireWritable(below, PLAIN);
        assertFalse(Files.exists(below));
        join.withReach(InputReach.ANYWHERE).to(below, PLAIN);
        assertTrue(Files.exists(below));
    }

    @Test
    void aLinkInTheFolderThatLeadsElsewhereIsOutside() throws IOException {
        Path elsewhere = slab("a.vtkhdf", 0, 4, POINTS);
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path link = Files.createSymbolicLink(inner.resolve("link.vtkhdf"), elsewhere);
        assertThrows(UnsupportedFileException.class, () -> alongZ(link).to(inner.resolve("out.vtkhdf"), PLAIN));
    }

    private List<Path> listed() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    @Test
    void nothingIsReplacedUnasked() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4, POINTS);
        Path b = slab("b.vtkhdf", 3, 4, POINTS);
        ImageJoin join = alongZ(a, b);
        byte[] before = Files.readAllBytes(a);
        assertFails(FileSystemException.class, "is one of the parts", () -> join.to(a, PLAIN.withOverwrite(true)));
        assertArrayEquals(before, Files.readAllBytes(a));
        Files.writeString(out(), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> join.to(out(), PLAIN));
        assertThrows(FileAlreadyExistsException.class, () -> join.requireWritable(out(), PLAIN));
        assertEquals("mine", Files.readString(out()));
        join.to(out(), PLAIN.withOverwrite(true).withDurable(true));
        byte[] written = Files.readAllBytes(out());
        join.to(out(), PLAIN.withOverwrite(true));
        assertArrayEquals(written, Files.readAllBytes(out()));
    }

    @Test
    void aPartThatWasChangedIsNotJoined() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4, POINTS);
        ImageJoin join = alongZ(a);
        Files.write(a, Arrays.copyOf(Files.readAllBytes(a), (int) Files.size(a) + 8));
        assertFails(ChangedFileException.class, "a.vtkhdf", () -> join.to(out(), PLAIN));
        assertEquals(List.of(a), listed().stream().filter(Files::isRegularFile).toList());
    }

    @Test
    void partsThatAreTold() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4, POINTS, CELLS);
        Path b = slab("b.vtkhdf", 3, 4, POINTS, CELLS);
        alongZ(a, b).to(out(), PLAIN);
        Path told = folder.resolve("told.vtkhdf");
        ImageSpec image = new ImageSpec(
                ImageGeometry.of(3, 2, 7).withOrigin(0, 0, 10), List.of(POINTS, CELLS), List.of(), List.of());
        List<ImagePart> parts = List.of(ImagePart.ofSlices(b, 3, 4), ImagePart.ofSlices(a, 0, 4));
        ImageJoin.write(told, image, new double[0], parts, PLAIN);
        assertArrayEquals(Files.readAllBytes(out()), Files.readAllBytes(told));
        assertFails(
                IllegalArgumentException.class,
                "found parts of 4 slices together, expected the 7 of the image",
                () -> ImageJoin.write(told, image, new double[0], parts.subList(1, 2), PLAIN));
        assertFails(
                IllegalArgumentException.class,
                b + ": found its first slice to be 3, expected 0: no part lies before it",
                () -> ImageJoin.write(told, image, new double[0], parts.subList(0, 1), PLAIN));
        assertFails(
                IllegalArgumentException.class,
                "found parts of 1 steps together, expected the 2 of the times",
                () -> ImageJoin.write(told, image, new double[] {0, 1}, parts, PLAIN));
        ImagePart gone = ImagePart.ofSlices(folder.resolve("gone.vtkhdf"), 0, 7);
        assertThrows(
                NoSuchFileException.class,
                () -> ImageJoin.write(folder.resolve("new.vtkhdf"), image, new double[0], List.of(gone), PLAIN));
    }

    @Test
    void stepsThatAreTold() throws IOException {
        Path first = series("a.vtkhdf", 0, 1);
        Path second = series("b.vtkhdf", 2, 3, 4);
        ImageSpec image =
                new ImageSpec(ImageGeometry.of(3, 2, 4).withOrigin(0, 0, 10), List.of(POINTS), List.of(), List.of());
        double[] times = {0, 1, 2, 3, 4};
        List<ImagePart> parts = new ArrayList<>(List.of(
                ImagePart.ofSteps(second, image.geometry(), 2, 3), ImagePart.ofSteps(first, image.geometry(), 0, 2)));
        ImageJoin.write(out(), image, times, parts, PLAIN);
        assertTrue(Files.size(out()) > 0);
        parts.set(0, ImagePart.ofSteps(second, image.geometry(), 3, 3));
        assertFails(
                IllegalArgumentException.class,
                second + ": found its first step to be 3, expected 2, behind " + first,
                () -> ImageJoin.write(folder.resolve("new.vtkhdf"), image, times, parts, PLAIN));
    }

    /** A slab whose point values tell their place: 100 a slice, plus x + 3 y; of cells with x + 2 y. */
    private Path told(String name, int first, int count) throws IOException {
        Path file = folder.resolve(name);
        ImageGeometry geometry = ImageGeometry.of(new Extent(0, 2, 0, 1, first, first + count - 1));
        try (ImageDataWriter writer = ImageDataWriter.create(file, geometry, PLAIN)) {
            ArrayWriter points = writer.createArray(POINTS);
            ArrayWriter cells = writer.createArray(CELLS);
            for (int k = 0; k < count; k++) {
                points.writeSlice(k, points(first + k));
            }
            for (int k = 0; k < count - 1; k++) {
                cells.writeSlice(k, cells(first + k));
            }
            writer.finish();
        }
        return file;
    }

    private static float[] points(int slice) {
        float[] values = new float[6];
        for (int i = 0; i < values.length; i++) {
            values[i] = 100 * slice + i;
        }
        return values;
    }

    private static byte[] cells(int slice) {
        return new byte[] {(byte) (10 * slice), (byte) (10 * slice + 1)};
    }

    private static void assertTold(Path file, int slices) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            ArrayReader points = reader.pointArray("p");
            ArrayReader cells = reader.cellArray("c");
            assertEquals(slices, points.dimensions().z());
            for (int k = 0; k < slices; k++) {
                assertArrayEquals(points(k), points.readFloats(k));
            }
            for (int k = 0; k < slices - 1; k++) {
                assertArrayEquals(cells(k), (byte[]) cells.readSlice(k));
            }
            assertEquals(List.of(), points.missingParts());
        }
    }

    @Test
    void joinedFilesAreReadAndJoinedAgain() throws IOException {
        Path a = told("a.vtkhdf", 0, 4);
        Path b = told("b.vtkhdf", 3, 3);
        alongZ(b, a).to(out(), PLAIN);
        assertTold(out(), 6);
        Path again = folder.resolve("again.vtkhdf");
        alongZ(told("c.vtkhdf", 5, 2), out()).to(again, PLAIN);
        assertTold(again, 7);
    }

    @Test
    void aFolderMayBeMovedWithAllThatIsInIt() throws IOException {
        Path before = Files.createDirectories(folder.resolve("before/parts")).getParent();
        Path a = told("before/parts/a%.vtkhdf", 0, 4);
        Path b = told("before/%b.vtkhdf", 3, 3);
        alongZ(a, b).to(before.resolve("out.vtkhdf"), PLAIN);
        Path after = Files.move(before, folder.resolve("after"));
        assertTold(after.resolve("out.vtkhdf"), 6);
    }

    @Test
    void whatIsLostReadsAsNaNAndZeroAndIsTold() throws IOException {
        Path a = told("a.vtkhdf", 0, 4);
        alongZ(a, told("b.vtkhdf", 3, 3)).to(out(), PLAIN);
        Files.delete(a);
        try (ImageDataReader reader = ImageDataReader.open(out())) {
            float[] lost = new float[6];
            Arrays.fill(lost, Float.NaN);
            assertArrayEquals(lost, reader.pointArray("p").readFloats(2));
            assertArrayEquals(points(3), reader.pointArray("p").readFloats(3));
            assertArrayEquals(new byte[2], (byte[]) reader.cellArray("c").readSlice(2));
            assertEquals(
                    "[a.vtkhdf:/VTKHDF/PointData/p]",
                    reader.pointArray("p").missingParts().toString());
        }
    }

    @Test
    void stepsAreReadFromTheirFiles() throws IOException {
        ImageJoin.inTime(List.of(told("a.vtkhdf", 0, 2), renamed("b.vtkhdf")), StepTimes.of(0.5, 2))
                .to(out(), PLAIN);
        try (ImageDataReader reader = ImageDataReader.open(out())) {
            assertArrayEquals(new double[] {0.5, 2}, reader.times());
            assertArrayEquals(points(1), reader.pointArray("p").readFloats(1));
            assertArrayEquals(points(7), reader.atStep(1).pointArray("p").readFloats(0));
        }
    }

    /** A step with the values of slices 7 and 8. */
    private Path renamed(String name) throws IOException {
        Path file = folder.resolve(name);
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(3, 2, 2))) {
            ArrayWriter points = writer.createArray(POINTS);
            points.writeSlice(0, points(7));
            points.writeSlice(1, points(8));
            writer.createArray(CELLS).writeSlice(0, cells(7));
            writer.finish();
        }
        return file;
    }

    @Test
    void stepsOfSeriesAreReadFromTheirSlabs() throws IOException {
        Path first = told("run1.vtkhdf", new int[] {3, 3, 5}, 0, 1, 2);
        Path second = told("run2.vtkhdf", new int[] {7, 8, 8, 9}, 3, 4, 5, 6);
        int[] slices = {3, 3, 5, 7, 8, 8, 9};
        ImageJoin.inTime(List.of(first, second), StepTimes.ofFiles()).to(out(), PLAIN);
        try (ImageDataReader reader = ImageDataReader.open(out())) {
            assertEquals(7, reader.steps());
            for (int step = 0; step < 7; step++) {
                ImageDataReader now = reader.atStep(step);
                assertArrayEquals(points(slices[step]), now.pointArray("p").readFloats(0));
                assertArrayEquals(points(slices[step] + 1), now.pointArray("p").readFloats(1));
                assertArrayEquals(
                        cells(slices[step]), (byte[]) now.cellArray("c").readSlice(0));
            }
        }
    }

    /** A series of two slices of points, the values at each step being those of some slice and the next. */
    private Path told(String name, int[] slices, double... times) throws IOException {
        Path file = folder.resolve(name);
        try (ImageSeriesWriter series =
                ImageSeriesWriter.create(file, ImageGeometry.of(3, 2, 2), TimeAxis.growing(), PLAIN)) {
            for (int k = 0; k < slices.length; k++) {
                StepWriter step = series.step(times[k]);
                if (k > 0 && slices[k] == slices[k - 1]) {
                    step.reuse(Association.POINT, "p");
                    step.reuse(Association.CELL, "c");
                } else {
                    ArrayWriter points = step.createArray(POINTS);
                    points.writeSlice(0, points(slices[k]));
                    points.writeSlice(1, points(slices[k] + 1));
                    step.createArray(CELLS).writeSlice(0, cells(slices[k]));
                }
            }
            series.finish();
        }
        return file;
    }

    /** Overwriting a part of a part would leave a file that is made of itself, and no values. */
    @Test
    void aPartOfAPartIsNotOverwritten() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4, POINTS);
        Path b = slab("b.vtkhdf", 4, 4, POINTS);
        Path ab = folder.resolve("ab.vtkhdf");
        alongZ(a, b).to(ab, PLAIN);
        Path all = folder.resolve("all.vtkhdf");
        alongZ(ab, slab("c.vtkhdf", 8, 4, POINTS)).to(all, PLAIN);
        Path link = Files.createLink(folder.resolve("link.vtkhdf"), a);
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic.vtkhdf"), ab);
        ImageJoin join = alongZ(all, slab("d.vtkhdf", 12, 2, POINTS));
        for (Path output : List.of(a, b, ab, link, symbolic)) {
            byte[] before = Files.readAllBytes(output);
            assertFails(
                    FileSystemException.class,
                    output + ": is a part of one of the parts, which would then be made of itself",
                    () -> join.to(output, PLAIN.withOverwrite(true)));
            assertFails(
                    FileSystemException.class,
                    "is a part of one of the parts",
                    () -> join.requireWritable(output, PLAIN.withOverwrite(true)));
            assertArrayEquals(before, Files.readAllBytes(output));
        }
        Path waiting = slab("out.vtkhdf.part", 0, 4, POINTS);
        Path nested = folder.resolve("nested.vtkhdf");
        alongZ(waiting).to(nested, PLAIN);
        assertFails(
                FileSystemException.class,
                waiting + ": is a part of one of the parts",
                () -> alongZ(nested).to(out(), PLAIN.withOverwrite(true)));
    }
}
