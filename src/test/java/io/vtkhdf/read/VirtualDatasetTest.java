package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.cli.CliRun;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is the matter with parts: missing, broken, elsewhere, many, without an end. */
class VirtualDatasetTest {

    private static final Dimensions POINTS = new Dimensions(4, 3, 5);

    @TempDir
    private Path directory;

    /** Of make_virtual.py: each array's first two slices are in parts/low.h5, the others in parts/high.h5. */
    private Path slabs() throws IOException {
        return sources("slabs");
    }

    private Path sources(String name) throws IOException {
        try {
            Path sources = Path.of(VirtualDatasetTest.class
                    .getResource("/sources/virtual/" + name + ".vtkhdf")
                    .toURI());
            Path copy = Files.createDirectory(directory.resolve("images"));
            Files.createDirectory(copy.resolve("parts"));
            try (Stream<Path> parts = Files.list(sources.resolveSibling("parts"))) {
                for (Path part : parts.toList()) {
                    Files.copy(part, copy.resolve("parts").resolve(part.getFileName()));
                }
            }
            return Files.copy(sources, copy.resolve(name + ".vtkhdf"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path part(Path image, String name) {
        return image.resolveSibling("parts").resolve(name);
    }

    @Test
    void missingPartsReadAsTheFillValueAndAreTold() throws IOException {
        Path image = slabs();
        Files.delete(part(image, "high.h5"));
        try (ImageDataReader reader = ImageDataReader.open(image)) {
            ArrayReader array = reader.pointArray("Int8x1");
            String dataset = "point/" + array.spec().name();
            MissingPart missing = new MissingPart("parts/high.h5", dataset);
            assertEquals(List.of(missing), array.missingParts());
            assertEquals(List.of(missing), array.missingParts(Region.slice(POINTS, Axis.X, 1)));
            assertEquals(List.of(), array.missingParts(Region.slice(POINTS, Axis.Z, 1)));
            assertEquals(2, array.storage().parts());
            assertEquals(List.of(part(image, "low.h5").toRealPath()), reader.otherFiles());
            byte[] low = array.readBytes(0);
            assertArrayEquals(new byte[12], array.readBytes(2));
            assertFalse(Arrays.equals(new byte[12], low));
        }
        String told = "/VTKHDF/PointData/Int8x1: found no part parts/high.h5:point/Int8x1";
        assertTrue(CliRun.of("info", image).err().contains(told));
        assertTrue(CliRun.of("convert", image, directory.resolve("o.vti")).err().contains(told));
        assertTrue(slice(image, 2).err().contains(told));
        assertEquals("", slice(image, 1).err());
    }

    private static CliRun slice(Path image, int index) {
        return CliRun.of("slice", image, "--array", "point:Int8x1", "--axis", "z", "--index", Integer.toString(index));
    }

    @Test
    void aPartThatCannotBeReadIsNoMissingOne() throws IOException {
        Path image = slabs();
        Path part = part(image, "high.h5");
        Files.writeString(part, "no HDF5");
        try (ImageDataReader reader = ImageDataReader.open(image)) {
            ArrayReader array = reader.pointArray("Int8x1");
            String message =
                    assertThrows(CorruptFileException.class, array::read).getMessage();
            assertEquals(part.toRealPath() + ": /: found no HDF5 signature, expected an HDF5 file", message);
            assertThrows(CorruptFileException.class, array::missingParts);
            assertEquals(12, array.readBytes(0).length);
        }
        Files.delete(part);
        Files.createDirectory(part);
        try (ImageDataReader reader = ImageDataReader.open(image)) {
            assertThrows(
                    CorruptFileException.class,
                    () -> reader.pointArray("Int8x1").read());
        }
    }

    @Test
    void aPartThatHasBecomeSmallerIsNamed() throws IOException {
        Path image = slabs();
        Files.copy(part(image, "low.h5"), part(image, "high.h5"), StandardCopyOption.REPLACE_EXISTING);
        try (ImageDataReader reader = ImageDataReader.open(image)) {
            ArrayReader array = reader.pointArray("Int8x1");
            String message =
                    assertThrows(CorruptFileException.class, array::read).getMessage();
            assertEquals(
                    part(image, "high.h5").toRealPath() + ": /point/"
                            + array.spec().name()
                            + ": found shape [2, 3, 4], expected 36 elements in what is a part of " + array,
                    message);
        }
        CliRun run = CliRun.of("validate", image);
        assertEquals(1, run.exitCode());
        assertTrue(
                run.out().contains("parts/high.h5:point/Int8x1, which is not as it was: shape [2, 3, 4]"), run.out());
    }

    @Test
    void partsElsewhereAreReadWhereThatIsAllowed() throws IOException {
        Path image = slabs();
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path part = part(image, "high.h5");
        Files.move(part, outside.resolve("high.h5"));
        Files.createSymbolicLink(part, outside.resolve("high.h5"));
        try (ImageDataReader reader = ImageDataReader.open(image)) {
            ArrayReader array = reader.pointArray("Int8x1");
            String message =
                    assertThrows(UnsupportedFileException.class, array::read).getMessage();
            assertTrue(message.contains("'parts/high.h5'") && message.contains("--allow-outside"), message);
        }
        try (ImageDataReader reader = ImageDataReader.open(image, InputReach.ANYWHERE)) {
            assertEquals(List.of(), reader.pointArray("Int8x1").missingParts());
            assertEquals(60, reader.pointArray("Int8x1").readBytes().length);
        }
        assertEquals(4, slice(image, 2).exitCode());
        assertEquals(
                0,
                CliRun.of("slice", image, "--array", "point:Int8x1", "--axis", "z", "--index", "2", "--allow-outside")
                        .exitCode());
    }

    @Test
    void bytesWithoutAFolderHaveNoOtherFiles() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(ByteSource.of(slabs()))) {
            assertEquals(List.of(), reader.arrays());
            String reason = reader.unreadable().get(0).message();
            assertTrue(reason.contains("open it by its path"), reason);
        }
    }

    @Test
    void partsThatChangeAreNoticed() throws IOException {
        Path image = slabs();
        try (ImageDataReader reader = ImageDataReader.open(image)) {
            reader.pointArray("Int8x1").read();
            reader.requireUnchanged();
            Path part = part(image, "high.h5");
            Files.write(part, Files.readAllBytes(part(image, "low.h5")));
            assertThrows(ChangedFileException.class, reader::requireUnchanged);
        }
    }

    /** 2^57 bytes are made of other 2^57, of which nobody asks for more than some. */
    @Test
    void readsNoMoreThanIsAskedFor() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("virtual-huge")) {
            ArrayReader array = reader.pointArray("a");
            byte[] corner = array.readBytes(new Region(6, 6, 6, new Dimensions(4, 4, 4)));
            byte[] expected = new byte[64];
            for (int i = 0; i < 8; i++) {
                expected[((i / 4 + 1) * 4 + i / 2 % 2 + 1) * 4 + i % 2 + 1] = (byte) (i + 1);
            }
            assertArrayEquals(expected, corner);
            int far = (1 << 19) - 3000;
            ArrayReader sparse = reader.pointArray("sparse");
            byte[] line = sparse.readBytes(new Region(far, 0, 0, new Dimensions(3000, 1, 1)));
            byte[] between = sparse.readBytes(new Region(far, 1, 0, new Dimensions(3000, 1, 1)));
            for (int i = 0; i < 3000; i++) {
                assertEquals((far + i) % 3 == 0 ? 0 : 5, line[i]);
                assertEquals(5, between[i]);
            }
        }
    }

    @Test
    void partsThatOverlapAgainAndAgainComeToAnEnd() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("virtual-again")) {
            assertArrayEquals(
                    new byte[] {0, 1, 2, 3, 4, 5, 6, 7},
                    reader.pointArray("twice").readBytes());
            String message = assertThrows(CorruptFileException.class, reader.pointArray("again")::readBytes)
                    .getMessage();
            assertTrue(message.contains("again and again"), message);
        }
    }

    /** As many as there are slices; the image says how many. */
    @Test
    void manyPartsAreNotOpenAtOnce() throws IOException {
        Path image = Files.copy(GoldenFiles.path("virtual-many"), directory.resolve("many.h5"));
        for (int i = 0; i < 1200; i++) {
            Files.copy(GoldenFiles.path("many0"), directory.resolve("many" + i + ".h5"));
        }
        try (ImageDataReader reader = ImageDataReader.open(image)) {
            ArrayReader array = reader.pointArray("v");
            assertEquals(1200, array.storage().parts());
            long before = openFiles();
            short[] values = array.readShorts();
            for (int i = 0; i < values.length; i++) {
                assertEquals(i % 6, values[i]);
            }
            assertTrue(openFiles() < before + 200, () -> before + " files, then " + openFiles());
        }
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
