package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.cli.CliRun;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of make_parts.py: honest ones that look like hostile ones, and the other way round. */
@Timeout(60)
class OddPartsTest {

    @TempDir
    private Path directory;

    private Path images;

    @BeforeEach
    void copy() throws IOException {
        images = PartFixtures.copy(Files.createDirectory(directory.resolve("images")));
    }

    private ImageDataReader open(String name) throws IOException {
        return ImageDataReader.open(images.resolve(name + ".vtkhdf"));
    }

    @Test
    void manyPartsBetweenOneAnother() throws IOException {
        int[] expected = IntStream.range(0, 840).toArray();
        try (ImageDataReader reader = open("interleaved")) {
            assertArrayEquals(expected, reader.pointArray("grids").readInts());
            assertArrayEquals(expected, reader.pointArray("unions").readInts());
            assertArrayEquals(
                    new int[] {70},
                    reader.pointArray("unions").readInts(new Region(70, 0, 0, new Dimensions(1, 1, 1))));
        }
    }

    @Test
    void numberedPartsEndAtTheFirstThatIsMissing() throws IOException {
        try (ImageDataReader reader = open("gap")) {
            ArrayReader array = reader.pointArray("a");
            short[] values = array.readShorts();
            int[] expected = {1, 2, -1, -1, -1, 4};
            for (int i = 0; i < values.length; i++) {
                assertEquals(expected[i / 4], values[i]);
            }
            assertEquals(List.of(new MissingPart("gap2.h5", "d")), array.missingParts());
        }
        Files.delete(images.resolve("gap3.h5"));
        try (ImageDataReader reader = open("gap")) {
            assertEquals(
                    List.of("gap2.h5:d", "gap3.h5:d"),
                    reader.pointArray("a").missingParts().stream()
                            .map(MissingPart::toString)
                            .toList());
        }
    }

    @Test
    void partsFarBehindNumberedOnesAreFoundAtOnce() throws IOException {
        try (ImageDataReader reader = open("far")) {
            short[] values = reader.pointArray("a").readShorts(); // 6 of 2,000,000,000 slices.
            for (int i = 0; i < values.length; i++) {
                assertEquals(i / 4 < 2 ? 1 + i / 4 : -1, values[i]);
            }
        }
        assertEquals(1, CliRun.of("validate", images.resolve("far.vtkhdf")).exitCode()); // Part 2 is missing.
    }

    @Test
    void aNumberCountsAlsoWhereANameLeadsBackOutOfItsFolder() throws IOException {
        try (ImageDataReader reader = open("up")) {
            assertEquals(List.of(), reader.arrays()); // As there are no folders 0, 1 and so on, HDF5 finds nothing.
        }
        Files.createDirectory(images.resolve("0"));
        try (ImageDataReader reader = open("up")) {
            assertTrue(reader.unreadable().get(0).message().contains("shape [1, 2, 2]"));
        }
    }

    @Test
    void endlessPartsOfEndlessPartsAreLookedAtOnce() throws IOException {
        CliRun deep = CliRun.of("validate", "--deep", images.resolve("levels.vtkhdf"));
        assertEquals(1, deep.exitCode());
        assertTrue(deep.out().contains("again and again"), deep.out());
        try (ImageDataReader reader = open("levels")) {
            ArrayReader array = reader.pointArray("a");
            assertEquals(List.of(), array.missingParts());
            String message =
                    assertThrows(CorruptFileException.class, array::read).getMessage();
            assertTrue(message.contains("again and again"), message);
        }
    }

    /** Of which the second block, or element, is behind the largest index. */
    @Test
    void partsThatAreTooFarApartLeaveOutTheirArrayOnly() throws IOException {
        try (ImageDataReader reader = open("far-apart")) {
            assertArrayEquals(
                    new short[] {0, 1, 2, 3, 4, 5, 6, 7}, reader.pointArray("a").readShorts());
            assertEquals(1, reader.arrays().size());
            assertEquals(4, reader.unreadable().size());
            for (var array : reader.unreadable()) {
                String message = array.message();
                assertTrue(
                        message.contains("found a selection with an index of 2^63") || message.contains("2^63 bytes"),
                        message);
            }
        }
    }

    @Test
    void moreNumberedPartsThanAreHeldAtATime() throws IOException {
        short[] expected = new short[2400];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (short) i;
        }
        try (ImageDataReader reader = open("numbered")) {
            assertEquals(2400, reader.pointArray("a").storage().parts());
            assertArrayEquals(expected, reader.pointArray("a").readShorts());
        }
    }

    @Test
    void partsBetweenOneAnotherAgainAndAgainComeToAnEnd() throws IOException {
        try (ImageDataReader reader = open("between")) {
            String message = assertThrows(CorruptFileException.class, reader.pointArray("a")::readBytes)
                    .getMessage();
            assertTrue(message.contains("again and again"), message);
            assertEquals(0, reader.pointArray("a").readBytes(new Region(0, 0, 0, new Dimensions(1, 1, 1)))[0]);
        }
    }

    @Test
    void boxesThatOverlapAreRefused() throws IOException {
        try (ImageDataReader reader = open("overlapping")) {
            String message = reader.unreadable().get(0).message();
            assertTrue(message.contains("found a selection of blocks that overlap"), message);
        }
    }

    @Test
    void fieldsOfAllKindsOfNumbers() throws IOException {
        try (ImageDataReader reader = open("fields")) {
            requireField(reader, "be8", ScalarType.FLOAT64, 1.5, 2, 3, 4, 5, 6, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5);
            requireField(reader, "le2", ScalarType.INT16, 1, 2, 3, 4, 5, 6, -2, -2, -2, -2, -2, -2);
            requireField(reader, "half", ScalarType.FLOAT32, 1.5, 2, -3);
            requireField(reader, "half8", ScalarType.FLOAT64, 1.5, 2, -3, 0.5, 0.5);
            requireField(reader, "long", ScalarType.INT64, 0, 1, 2, 3, 4, 5, 9, 9);
            requireField(reader, "byte", ScalarType.INT8, 0, 1, 2, 3, 4, 5);
            requireField(reader, "three", ScalarType.INT32, -70000, 2, 3, 4, 77);
            requireField(reader, "bool", ScalarType.UINT8, 1, 0, 1);
            requireField(reader, "lost", ScalarType.INT32, 9, 9, 9, 9, 9, 9);
            assertEquals(List.of(new MissingPart("no.h5", "short")), reader.missingFieldParts("lost"));
            assertEquals(List.of(), reader.missingFieldParts("long"));
            assertEquals(List.of(), reader.unreadable());
        }
        String told = "field array 'lost': found no part no.h5:short";
        Path image = images.resolve("fields.vtkhdf");
        assertTrue(CliRun.of("info", image).err().contains(told));
        assertTrue(CliRun.of("diff", image, image).err().contains(told));
        assertTrue(CliRun.of("convert", image, directory.resolve("o.vti")).err().contains(told));
    }

    @Test
    void partsOfFieldsAreToldOfAtAnyStep() throws IOException {
        Path image = images.resolve("field-series.vtkhdf");
        String told = "field array 'f': found no part second.vtkhdf:d";
        assertTrue(CliRun.of("info", image).err().contains(told));
        assertTrue(CliRun.of("info", "--stats", image).err().contains(told));
        try (ImageDataReader reader = open("field-series")) {
            assertEquals(List.of(), reader.missingFieldParts("f"));
            assertEquals(List.of(new MissingPart("second.vtkhdf", "d")), reader.missingFieldPartsOfAllSteps("f"));
        }
    }

    private static void requireField(ImageDataReader reader, String name, ScalarType type, double... expected)
            throws IOException {
        var field = reader.fieldArray(name).asNumbers();
        assertEquals(type, field.type(), name);
        double[] values = IntStream.range(0, expected.length)
                .mapToDouble(i -> type.doubleAt(field.values(), i))
                .toArray();
        assertArrayEquals(expected, values, name);
        assertEquals(expected.length, field.tuples() * field.components());
    }

    @Test
    void tablesOfStepsMustBeThere() throws IOException {
        String message = assertThrows(CorruptFileException.class, () -> open("lost-times"))
                .getMessage();
        assertTrue(message.contains("/VTKHDF/Steps/Values: found no part no.h5:t"), message);
        try (ImageDataReader reader = open("lost-offsets")) {
            String reason = reader.unreadable().get(0).message();
            assertTrue(reason.contains("PointDataOffsets/a: found no part no.h5:t"), reason);
        }
        for (String name : List.of("lost-times", "lost-offsets")) {
            CliRun run = CliRun.of("validate", images.resolve(name + ".vtkhdf"));
            assertEquals(1, run.exitCode(), name);
            assertTrue(run.out().contains("part no.h5:t, which is not there"), run.out());
        }
    }

    /** Step 2 is no HDF5, 1 and 3 are not there. */
    @Test
    void allStepsAreToldOfAndBesideOneThatCannotBeRead() throws IOException {
        Path image = images.resolve("series.vtkhdf");
        String info = CliRun.of("info", image).err();
        assertTrue(info.contains("found no part step1.h5:d (and 1 more)"), info);
        assertTrue(
                info.contains(
                        "cannot read 1 of its parts: " + images.toRealPath().resolve("step2.h5")),
                info);
        Files.copy(
                images.resolve("step0.h5"),
                Files.createDirectory(directory.resolve("other")).resolve("step0.h5"));
        Path other = Files.copy(image, directory.resolve("other/series.vtkhdf"));
        CliRun diff = CliRun.of("diff", other, other);
        for (int step = 1; step < 4; step++) {
            assertTrue(diff.err().contains("found no part step" + step + ".h5:d"), diff.err());
        }
        assertEquals(0, diff.exitCode(), diff.err());
    }

    @Test
    void aLookAtTheStructureAndADeepOneSayTheSame() throws IOException {
        Path image = images.resolve("series.vtkhdf");
        Files.move(images.resolve("step0.h5"), directory.resolve("step0.h5"));
        Files.createSymbolicLink(images.resolve("step0.h5"), directory.resolve("step0.h5"));
        CliRun plain = CliRun.of("validate", image);
        assertEquals(1, plain.exitCode());
        assertTrue(plain.out().contains("warning: /VTKHDF/PointData/a: found the virtual dataset's part step0.h5:d"));
        assertTrue(plain.out().contains("part step2.h5:d, which cannot be read: no HDF5 signature, expected an HDF5"));
        assertEquals(plain.out(), CliRun.of("validate", "--deep", image).out());
    }

    @Test
    void partsThatVanishOrAppear() throws IOException {
        Path gone = images.resolve("step0.h5");
        try (ImageDataReader reader = open("series")) {
            reader.pointArray("a").read();
            Files.delete(gone);
            String message = assertThrows(
                            ChangedFileException.class,
                            () -> reader.pointArray("a").missingParts())
                    .getMessage();
            assertTrue(message.contains("step0.h5: was changed while it was read: is no longer there"), message);
        }
        try (ImageDataReader reader = open("series")) {
            reader.pointArray("a").read();
            reader.requireUnchanged();
            Files.writeString(gone, "here again");
            assertThrows(ChangedFileException.class, reader::requireUnchanged);
        }
    }

    @Test
    void outsideIsOutsideHoweverItIsNamed() throws IOException {
        List<String> messages = new ArrayList<>();
        Path outside = Files.move(images.resolve("linked.h5"), directory.resolve("linked.h5"));
        Files.createSymbolicLink(images.resolve("linked.h5"), outside);
        try (ImageDataReader reader = open("links")) {
            reader.unreadable().forEach(array -> messages.add(array.message()));
            assertThrows(UnsupportedFileException.class, () -> reader.pointArray("d"));
        }
        assertEquals(7, messages.size(), messages::toString);
        assertEquals(
                6,
                messages.stream()
                        .filter(message -> message.contains("'linked.h5'") && message.contains("--allow-outside"))
                        .count());
        try (ImageDataReader reader = ImageDataReader.open(images.resolve("links.vtkhdf"), InputReach.ANYWHERE)) {
            assertArrayEquals(
                    new int[] {0, 1, 2, 3, 4, 5, 6, 7}, reader.pointArray("d").readInts());
        }
    }
}
