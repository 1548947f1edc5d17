package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.text.StandardOutput;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
        assertTrue(run.err().contains("a colour for each of 1 3"), run.err());
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
                "--array v --axis w --index 0                    | --axis: found",
                "--array v --axis z                              | found no --index, expected --index K, A:B or mid, --at",
                "--array v --index 0                             | found no --axis, expected --axis x, y or z, or --planes",
                "--array v --axis z --index 0 --at 1             | found --index and --at, expected one of them",
                "--array v --axis z --index 0:1                  | found 2 slices, expected one, or -o with a number in its name",
                "--array v --axis z --index 0:1 -o a.png         | found one name for 2 files, expected a number in it: out_%04d.png",
                "--array v --axis z --index 3:5 -o a_%d.png      | found --index 3:5, expected 0 to 4",
                "--array v --axis z --index 3:2 -o a_%d.png      | found --index 3:2, expected 0 to 4",
                "--array v --axis z --index 1:2:x -o a.png        | --index: found",
                "--array v --axis z --at 99 -o a.png             | found --at 99.0, expected",
                "--array v --axis z --at x -o a.png              | found --at x, expected a coordinate",
                "--array v --planes --axis z -o a.png            | found --planes and --axis",
                "--array v --planes --index 1 -o a.png           | expected three, one for each axis, with --planes",
                "--array v --planes                              | found --planes, which is for .png only",
                "--array v --axis z --montage -o a.npy           | found --montage, which is for .png only",
                "--array v --axis z --project max --at 1 -o a.png | found --project and --at",
                "--array v --axis z --project max --index 0::2 -o a.png | expected A:B with --project",
                "--array v --axis z --index 0 --columns 2 -o a.png | found --columns 2, expected 1 or more, with --montage",
                "--array v --histogram -o a.npy                  | found --histogram with .npy, expected .png or .csv",
                "--array v --axis z --index 0 --bins 3 -o a.png  | found --bins 3, expected 1 to 4096, with --histogram",
                "--array v --axis z --index 0 --size 0 -o a.png  | found a size of 0 pixels, expected 1 to 65536",
                "--array v --axis z --index 0 --colormap jet -o a.png | expected grey, viridis, magma",
                "--array v --axis z --index 0 --colormap categories -o a.png | found a scale of categories for values that are no",
                "--array v --axis z --index 0 --log --range 0,1 -o a.png | expected one above 0 for a logarithmic scale",
                "--array v --axis z --index 0 --component rgb -o a.png | found --component rgb, expected 0 to 1, or magnitude",
                "--array v --histogram --log                     | found --log with --histogram, expected --range",
                "--array v --axis z --index 0 --range 0,1        | found --range, which is for .png only",
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
        assertEquals(
                0, slicePoints(axis, 1, "--plain", "-o", png, "--overwrite").exitCode());
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

    private BufferedImage plain(Object... options) throws IOException {
        Path png = directory.resolve("plain.png");
        List<Object> all = new ArrayList<>(List.of("-o", png, "--overwrite", "--plain", "--colormap", "grey"));
        all.addAll(List.of(options));
        CliRun run = slice(all.toArray());
        assertEquals(0, run.exitCode(), run.err());
        return ImageIO.read(png.toFile());
    }

    @Test
    void severalSlicesAreSeveralFilesOfTheSameColours() throws IOException {
        Path names = directory.resolve("z_%02d.png");
        CliRun run = slice("--array", "point:p", "--axis", "z", "--index", "0:4:2", "-o", names);
        assertEquals(0, run.exitCode(), run.err());
        assertFiles("in.vti", "in.vtkhdf", "z_00.png", "z_02.png", "z_04.png");
        run.err().lines().forEach(line -> assertTrue(line.endsWith(": colours from 0 to 423"), line));
        assertEquals(3, run.err().lines().count());
        // All of them or none.
        Files.delete(directory.resolve("z_00.png"));
        CliRun again = slice("--array", "point:p", "--axis", "z", "--index", ":", "-o", names);
        assertEquals(3, again.exitCode());
        assertTrue(again.err().contains("z_02.png: exists already; --overwrite replaces it"), again.err());
        assertFiles("in.vti", "in.vtkhdf", "z_02.png", "z_04.png");
        assertEquals(
                0,
                slice("--array", "point:p", "--axis", "x", "--index", "1:2", "-o", directory.resolve("x%d.npy"))
                        .exitCode());
        assertFiles("in.vti", "in.vtkhdf", "x1.npy", "x2.npy", "z_02.png", "z_04.png");
    }

    @Test
    void theMiddleAndTheNearest() {
        String middle = slicePoints("z", 2).out();
        assertEquals(
                middle,
                slice("--array", "point:p", "--axis", "z", "--index", "mid").out());
        Path geometry = directory.resolve("placed.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(
                geometry, ImageGeometry.of(1, 1, 4).withOrigin(0, 0, 10).withSpacing(1, 1, -2))) {
            writer.createArray(ArraySpec.point("a", ScalarType.INT32)).write(new Slab(0, 4), new int[] {0, 1, 2, 3});
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file = geometry;
        assertEquals("0\n", slice("--array", "a", "--axis", "z", "--at", 10.9).out());
        assertEquals("1\n", slice("--array", "a", "--axis", "z", "--at", 8.9).out());
        assertEquals("3\n", slice("--array", "a", "--axis", "z", "--at", 3.1).out());
        CliRun outside = slice("--array", "a", "--axis", "z", "--at", 2.9);
        assertTrue(outside.err().contains("found --at 2.9, expected 4.0 to 10.0 on axis z"), outside.err());
    }

    @Test
    void projections() throws IOException {
        // Values are 100 k + 10 j + i.
        assertEquals(
                "400,401,402,403\n410,411,412,413\n420,421,422,423\n",
                slice("--array", "point:p", "--axis", "z", "--project", "max").out());
        assertEquals(
                "150.0,151.0,152.0,153.0\n160.0,161.0,162.0,163.0\n170.0,171.0,172.0,173.0\n",
                slice("--array", "point:p", "--axis", "z", "--project", "mean", "--index", "1:2")
                        .out());
        assertEquals(
                "0,10,20\n100,110,120\n200,210,220\n300,310,320\n400,410,420\n",
                slice("--array", "point:p", "--axis", "x", "--project", "min").out());
        file = directory.resolve("in.vti");
        assertEquals(
                "20,21,22,23\n120,121,122,123\n220,221,222,223\n320,321,322,323\n420,421,422,423\n",
                slice("--array", "point:p", "--axis", "y", "--project", "max").out());
        assertEquals(
                "400,401,402,403\n410,411,412,413\n420,421,422,423\n",
                slice("--array", "point:p", "--axis", "z", "--project", "max").out());
    }

    @Test
    void threePlanesAndAMontageInOnePicture() throws IOException {
        BufferedImage planes = plain("--array", "point:p", "--planes", "--index", "3,0,4");
        // 4 x 3 of z, 4 x 5 of y, 3 x 5 of x; side by side, standing on one line.
        assertEquals(4 + 4 + 3, planes.getWidth());
        assertEquals(5, planes.getHeight());
        // The colours are those of all three: 0 to 423. Below on the left: z 4, y 0, x 0.
        assertEquals(grey(400), planes.getRGB(0, 4) & 0xffffff);
        assertEquals(grey(0), planes.getRGB(4, 4) & 0xffffff);
        assertEquals(grey(3), planes.getRGB(8, 4) & 0xffffff);
        BufferedImage montage = plain("--array", "point:p", "--axis", "z", "--montage", "--columns", 2);
        assertEquals(8, montage.getWidth());
        assertEquals(9, montage.getHeight());
        assertEquals(grey(0), montage.getRGB(0, 2) & 0xffffff);
        assertEquals(grey(100), montage.getRGB(4, 2) & 0xffffff);
        assertEquals(grey(423), montage.getRGB(3, 6) & 0xffffff);
        file = directory.resolve("in.vti");
        assertEquals(
                grey(100),
                plain("--array", "point:p", "--axis", "z", "--montage").getRGB(4, 2) & 0xffffff);
        assertTrue(plain("--array", "v", "--planes", "--size", 200).getWidth() > 200);
    }

    private static int grey(int value) {
        return 0x010101 * Math.min(255, (int) (256 * (value / 423.0)));
    }

    @Test
    void histograms() throws IOException {
        CliRun csv = slice("--array", "point:p", "--histogram", "--bins", 2, "--format", "csv");
        assertEquals("from,to,count\n0.0,211.5,30\n211.5,423.0,30\n", csv.out());
        CliRun text = slice("--array", "point:p", "--histogram", "--bins", 2, "--axis", "z", "--index", 0);
        assertEquals(
                "   0 to 11.5  6  ########################################\n11.5 to   23  6  "
                        + "########################################\n",
                text.out());
        CliRun ends = slice("--array", "point:p", "--histogram", "--bins", 1, "--range", "100,199");
        assertTrue(ends.out().startsWith("100 to 199  12  ###"), ends.out());
        assertTrue(ends.err().contains("12 values below, 36 values above"), ends.err());
        Path png = directory.resolve("h.png");
        assertEquals(
                0,
                slice("--array", "v", "--component", 0, "--histogram", "-o", png)
                        .exitCode());
        assertTrue(ImageIO.read(png.toFile()).getWidth() > 600);
    }

    @Test
    void toStdout() throws IOException {
        Path npy = directory.resolve("a.npy");
        assertEquals(0, slicePoints("z", 1, "-o", npy).exitCode());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = {"slice", file.toString(), "--array", "point:p", "--axis", "z", "--index", "1", "-o", "-"};
        List<String> asNpy = new ArrayList<>(List.of(args));
        asNpy.addAll(List.of("--format", "npy"));
        assertEquals(0, Main.run(out, err, asNpy.toArray(String[]::new)));
        assertArrayEquals(Files.readAllBytes(npy), out.toByteArray());
        out.reset();
        assertEquals(0, Main.run(out, err, args));
        assertTrue(ImageIO.read(new ByteArrayInputStream(out.toByteArray())).getHeight() > 640);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("standard output: colours from 100 to 123"));
        CliRun full = CliRun.withFailingOutput(new IOException("no space left"), (Object[]) args);
        assertEquals(3, full.exitCode());
        assertTrue(full.err().contains("vtkhdf: standard output: no space left"), full.err());
        CliRun gone = CliRun.withFailingOutput(
                new StandardOutput.ReaderGoneException(new IOException("pipe")), (Object[]) args);
        assertEquals(0, gone.exitCode(), gone.err());
    }

    @Test
    void whatIsNotShownIsTold() throws IOException {
        file = directory.resolve("wide.vtkhdf");
        short[] values = new short[2000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) i;
        }
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(2000, 1, 1))) {
            writer.createArray(ArraySpec.point("a", ScalarType.INT16)).writeSlice(0, values);
            writer.finish();
        }
        Path png = directory.resolve("wide.png");
        CliRun run = slice("--array", "a", "--axis", "z", "--index", 0, "-o", png);
        assertEquals(
                png + ": colours from 0 to 1999; 1600 x 1 of 2000 x 1 values shown: area mean" + System.lineSeparator(),
                run.err());
        assertEquals(
                2000,
                plain("--array", "a", "--axis", "z", "--index", 0, "--thin", "none")
                        .getWidth());
        assertEquals(1600, plain("--array", "a", "--axis", "z", "--index", 0).getWidth());
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
    void whatIsReadIsNotReplacedEvenIfThatIsAskedFor() throws IOException {
        Path raw = Files.write(directory.resolve("z.raw"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        file = Files.writeString(
                directory.resolve("z.nhdr"),
                "NRRD0004\ntype: uint8\ndimension: 3\nsizes: 2 2 2\nencoding: raw\ndata file: z.raw\n");
        CliRun run = slice("--array", "values", "--axis", "z", "--index", 1, "-o", raw, "--overwrite");
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(raw + ": OUTPUT would overwrite " + raw + ", which is read"), run.err());
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, Files.readAllBytes(raw));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links and pipes are made by hand")
    void aLinkIsFollowedAndAPipeIsNotReplaced() throws Exception {
        Path old = Files.writeString(directory.resolve("old.raw"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.raw"), Path.of("old.raw"));
        assertEquals(3, slicePoints("z", 1, "-o", link).exitCode());
        assertEquals(0, slicePoints("z", 1, "-o", link, "--overwrite").exitCode());
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(24, Files.size(old));

        Path ahead = Files.createSymbolicLink(directory.resolve("ahead.raw"), Path.of("new.raw"));
        assertEquals(0, slicePoints("z", 1, "-o", ahead).exitCode());
        assertEquals(24, Files.size(directory.resolve("new.raw")));

        Path pipe = directory.resolve("pipe.raw");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        CliRun run = slicePoints("z", 1, "-o", pipe, "--overwrite");
        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.err().contains(pipe + ": found a pipe or a device, expected a regular file"), run.err());
        assertFalse(Files.isRegularFile(pipe));
    }

    @Test
    void coloursOfNothingAreRefusedForTrueColour() throws IOException {
        file = directory.resolve("rgb.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(2, 1, 1))) {
            writer.createArray(new ArraySpec(Association.POINT, "c", ScalarType.UINT8, 3))
                    .writeSlice(0, new byte[] {1, 2, 3, 4, 5, 6});
            writer.finish();
        }
        Path png = directory.resolve("c.png");
        CliRun run = slice("--array", "c", "--axis", "z", "--index", 0, "--range", "0,3", "-o", png);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("found --range for true colour, expected none"), run.err());
        assertFalse(Files.exists(png));
        assertEquals(
                0, slice("--array", "c", "--axis", "z", "--index", 0, "-o", png).exitCode());
    }

    @Test
    void readingTheSameAgainAndAgainIsTold() throws IOException {
        String told = "for each of 4 slices across x or y all of the array is read";
        file = directory.resolve("in.vti");
        CliRun all = slice("--array", "point:p", "--axis", "x", "--index", ":", "-o", directory.resolve("x%d.npy"));
        assertEquals(0, all.exitCode(), all.err());
        assertTrue(all.err().contains(told), all.err());
        assertEquals("", slicePoints("x", 0, "-o", directory.resolve("one.npy")).err());
        assertEquals(
                "",
                slice("--array", "point:p", "--axis", "z", "--index", ":", "-o", directory.resolve("z%d.npy"))
                        .err());
    }
}
