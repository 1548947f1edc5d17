package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.slice.PartFile;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceCommandTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = directory.resolve("in.vtkhdf");
        Path vti = VtiFiles.small(directory.resolve("in.vti"));
        assertEquals(
                0,
                CliRun.of("convert", vti, file, "--quiet", "--compress", "fast").exitCode());
    }

    private CliRun slice(Object... options) {
        List<Object> args = new ArrayList<>(List.of("slice", file));
        args.addAll(List.of(options));
        return CliRun.of(args.toArray());
    }

    private CliRun slicePoints(String axis, int index, Object... options) {
        List<Object> args = new ArrayList<>(List.of("--array", "point:p", "--axis", axis, "--index", index));
        args.addAll(List.of(options));
        return slice(args.toArray());
    }

    @Test
    void csvOnStdoutAcrossEachAxis() {
        assertEquals(new CliRun(0, "200,201,202,203\n210,211,212,213\n220,221,222,223\n", ""), slicePoints("z", 2));
        assertEquals(
                new CliRun(0, "20,21,22,23\n120,121,122,123\n220,221,222,223\n320,321,322,323\n420,421,422,423\n", ""),
                slicePoints("y", 2));
        assertEquals(
                new CliRun(0, "3,13,23\n103,113,123\n203,213,223\n303,313,323\n403,413,423\n", ""),
                slicePoints("X", 3));
    }

    /** By somebody who never stops, so that whoever opens it, be it once or a hundred times, sees it change. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "png"})
    void aFileThatIsChangedMeanwhileIsNotCut(String extension) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread changing = new Thread(() -> {
            for (long millis = 0; !over.get(); millis++) {
                try {
                    Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        changing.start();
        Path output = directory.resolve("out." + extension);
        CliRun run = slicePoints("z", 1, "-o", output);
        while (run.exitCode() == 0) {
            run = slicePoints("z", 1, "-o", output, "--overwrite");
        }
        over.set(true);
        changing.join();
        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("vtkhdf: " + file + ": was changed while it was read: "), run.err());
    }

    @Test
    void csvOfVectorsAndCells() throws IOException {
        CliRun vectors = slice("--array", "v", "--axis", "y", "--index", 1);
        assertEquals("i,k,c0,c1", vectors.out().lines().findFirst().orElseThrow());
        assertEquals(
                "3,4,110.0,111.0", vectors.out().lines().skip(20).findFirst().orElseThrow());
        CliRun cells = slice("--array", "cell:p", "--axis", "z", "--index", 3);
        assertEquals(new CliRun(0, "18,19,20\n21,22,23\n", ""), cells);
    }

    @Test
    void npyAndRaw() throws IOException {
        Path npy = directory.resolve("out.npy");
        Path raw = directory.resolve("out.RAW");
        assertEquals(new CliRun(0, "", ""), slicePoints("x", 1, "-o", npy));
        assertEquals(new CliRun(0, "", ""), slicePoints("x", 1, "-o", raw));
        ByteBuffer expected = ByteBuffer.allocate(5 * 3 * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < VtiFiles.NZ; k++) {
            for (int j = 0; j < VtiFiles.NY; j++) {
                expected.putShort((short) VtiFiles.value(1, j, k));
            }
        }
        assertArrayEquals(expected.array(), Files.readAllBytes(raw));
        String text = Files.readString(npy, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("{'descr': '<i2', 'fortran_order': False, 'shape': (5, 3), }"), text);
        assertEquals(new String(expected.array(), StandardCharsets.ISO_8859_1), text.substring(128));
    }

    @Test
    void png() throws IOException {
        Path png = directory.resolve("out.png");
        CliRun run = slicePoints("z", 1, "-o", png);
        assertEquals(new CliRun(0, "", png + ": colours from 100 to 123" + System.lineSeparator()), run);
        assertTrue(ImageIO.read(png.toFile()).getHeight() > 640);
        assertEquals(
                0,
                slicePoints("z", 1, "-o", png, "--overwrite", "--range", "-5,300.5")
                        .exitCode());
        assertFiles("in.vti", "in.vtkhdf", "out.png");
    }

    @Test
    void componentsGoByTheirNamesToo() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(
                file, ImageGeometry.of(2, 1, 1), WriteOptions.defaults().withOverwrite(true))) {
            ArraySpec spec = ArraySpec.point("u", ScalarType.INT32)
                    .withComponents(2)
                    .withComponentNames(List.of("Vx", "a, \"b\""));
            writer.createArray(spec).writeSlice(0, new int[] {1, 2, 3, 4});
            writer.finish();
        }
        assertEquals(
                "i,j,Vx,\"a, \"\"b\"\"\"\n0,0,1,2\n1,0,3,4\n",
                slice("--array", "u", "--axis", "z", "--index", 0).out());
        Path png = directory.resolve("out.png");
        CliRun run = slice("--array", "u", "--axis", "z", "--index", 0, "--component", "Vx", "-o", png);
        assertTrue(run.err().contains("colours from 1 to 3"), run.err());
        CliRun none = slice("--array", "u", "--axis", "z", "--index", 0, "--component", "Vz", "-o", png);
        assertEquals(2, none.exitCode());
        assertTrue(none.err().contains("expected 0 to 1, one of Vx, a, \"b\", or magnitude"), none.err());
    }

    @Test
    void pngOfAComponent() {
        CliRun run = slice(
                "--array", "v", "--axis", "z", "--index", 0, "--component", 1, "-o", directory.resolve("out.png"));
        assertTrue(run.err().contains("colours from 1 to 23"), run.err());
        Path png = directory.resolve("magnitude.png");
        CliRun magnitude = slice("--array", "v", "--axis", "z", "--index", 0, "--component", "magnitude", "-o", png);
        assertTrue(magnitude.err().contains("colours from 1 to 31.8277"), magnitude.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--array p --axis z --index 0                    | found several arrays 'p', expected point:NAME or cell:NAME",
                "--array q --axis z --index 0                    | no array 'q', expected 'p' (point), 'v' (point), 'p' (cell)",
                "--array cell:v --axis z --index 0               | no array 'cell:v', expected",
                "--array v --axis z --index 5                    | found --index 5, expected 0 to 4",
                "--array v --axis z --index -1                   | found --index -1, expected 0 to 4",
                "--array v --axis w --index 0                    | Invalid value for option '--axis'",
                "--array v --axis z                              | Missing required option",
                "--array v --axis z --index 0 --range 0,1        | for .png only",
                "--array v --axis z --index 0 -o a.png --component 2 | found --component 2, expected 0 to 1, or magnitude",
                "--array v --axis z --index 0 -o a.png --component x | found --component x, expected 0 to 1, or magnitude",
                "--array v --axis z --index 0 -o a.png --component -1 | expected 0 to 1, or magnitude",
                "--array v --axis z --index 0 -o a.tif           | expected .png, .npy, .csv or .raw",
                "--array v --axis z --index 0 -o png             | expected .png, .npy, .csv or .raw"
            })
    void wrongUsage(String options, String message) {
        CliRun run = slice((Object[]) options.strip().split(" +"));
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(run.err().contains("Try 'vtkhdf slice --help'."), run.err());
        assertEquals(2, run.err().lines().count(), run.err());
    }

    @Test
    void otherFormatsAreCutInTheSameWay() throws IOException {
        Path stored = file;
        for (String axis : List.of("x", "y", "z")) {
            file = stored;
            CliRun points = slicePoints(axis, 2);
            CliRun vectors = slice("--array", "v", "--axis", axis, "--index", 1);
            CliRun cells = slice("--array", "cell:p", "--axis", axis, "--index", 1);
            byte[] picture = picture(axis);
            file = directory.resolve("in.vti");
            assertEquals(points, slicePoints(axis, 2));
            assertEquals(vectors, slice("--array", "v", "--axis", axis, "--index", 1));
            assertEquals(cells, slice("--array", "cell:p", "--axis", axis, "--index", 1));
            assertArrayEquals(picture, picture(axis));
        }
    }

    private byte[] picture(String axis) throws IOException {
        Path png = directory.resolve("cut.png");
        assertEquals(0, slicePoints(axis, 1, "-o", png, "--overwrite").exitCode());
        return Files.readAllBytes(png);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 100, 600})
    void aTruncatedFileIsCorrupt(int size) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] cut = Arrays.copyOf(whole, size);
        Files.write(file, cut);
        Path png = directory.resolve("out.png");
        CliRun run = slicePoints("z", 0, "-o", png);
        assertEquals(3, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("vtkhdf: " + file + ": "), run.err());
        assertFalse(Files.exists(png));
    }

    @Test
    void anOutputDirectoryThatIsMissing() {
        CliRun run = slicePoints("z", 0, "-o", directory.resolve("none").resolve("a.png"));
        assertEquals(3, run.exitCode());
        assertTrue(run.err().contains("no such file or directory"), run.err());
    }

    private void assertFiles(String... names) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    Set.of(names),
                    files.map(path -> path.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void aFileNamedLikeAPartOfTheOutputIsLeftAlone() throws IOException {
        Path foreign = Files.writeString(directory.resolve("out.npy.part"), "precious");
        assertEquals(0, slicePoints("z", 0, "-o", directory.resolve("out.npy")).exitCode());
        assertEquals("precious", Files.readString(foreign));
        assertFiles("in.vti", "in.vtkhdf", "out.npy", "out.npy.part");
    }

    @Test
    void theInputMayBeNamedLikeAPartOfTheOutputButNotBeTheOutput() throws IOException {
        Path part = Files.move(file, directory.resolve("z.raw.part"));
        byte[] before = Files.readAllBytes(part);
        file = part;
        Path raw = directory.resolve("z.raw");
        assertEquals(new CliRun(0, "", ""), slicePoints("z", 1, "-o", raw));
        assertEquals(24, Files.size(raw));
        assertArrayEquals(before, Files.readAllBytes(part));

        Files.delete(raw);
        Files.createLink(raw, part);
        CliRun run = slicePoints("z", 1, "-o", raw);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("FILE and OUTPUT are the same file, " + raw), run.err());
        assertArrayEquals(before, Files.readAllBytes(raw));
    }

    @Test
    void anExistingFileIsReplacedIfAskedForAndMayBeReadByWhomeverANewFileMay() throws IOException {
        Path raw = Files.writeString(directory.resolve("z.raw"), "old");
        PosixFileAttributeView old = Files.getFileAttributeView(raw, PosixFileAttributeView.class);
        Object permissions = old == null ? null : old.readAttributes().permissions();
        CliRun refused = slicePoints("z", 1, "-o", raw);
        String reason = "vtkhdf: " + raw + ": exists already; --overwrite replaces it" + System.lineSeparator();
        assertEquals(new CliRun(3, "", reason), refused);
        assertEquals("old", Files.readString(raw));
        assertEquals(0, slicePoints("z", 1, "-o", raw, "--overwrite").exitCode());
        assertEquals(24, Files.size(raw));
        PosixFileAttributeView now = Files.getFileAttributeView(raw, PosixFileAttributeView.class);
        assertEquals(permissions, now == null ? null : now.readAttributes().permissions());
        assertFiles("in.vti", "in.vtkhdf", "z.raw");
    }

    @Test
    void aDirectoryIsNotReplaced() throws IOException {
        Path raw = Files.createDirectory(directory.resolve("z.raw"));
        CliRun run = slicePoints("z", 1, "-o", raw);
        assertEquals(new CliRun(3, "", "vtkhdf: " + raw + ": is a directory" + System.lineSeparator()), run);
        assertFiles("in.vti", "in.vtkhdf", "z.raw");
    }

    @Test
    void aFailureLeavesTheEarlierFileAndNothingElse() throws IOException {
        Path raw = Files.writeString(directory.resolve("z.raw"), "old");
        assertThrows(
                IOException.class,
                () -> PartFile.write(raw, out -> {
                    out.write(1);
                    throw new IOException("full");
                }));
        assertEquals("old", Files.readString(raw));
        assertFiles("in.vti", "in.vtkhdf", "z.raw");
    }
}
