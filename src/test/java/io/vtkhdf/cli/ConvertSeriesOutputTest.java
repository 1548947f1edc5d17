package io.vtkhdf.cli;

import static io.vtkhdf.cli.StepFiles.assertSteps;
import static io.vtkhdf.cli.StepFiles.field;
import static io.vtkhdf.cli.StepFiles.golden;
import static io.vtkhdf.cli.StepFiles.pvd;
import static io.vtkhdf.cli.StepFiles.timeValue;
import static io.vtkhdf.cli.StepFiles.vti;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series as .pvd files, .npy files and at the end of VTKHDF files. */
class ConvertSeriesOutputTest {

    @TempDir
    private Path directory;

    private CliRun convert(Object... args) {
        Object[] all = Stream.concat(Stream.of("convert"), Stream.of(args)).toArray();
        return CliRun.of(all);
    }

    private CliRun converted(Object... args) {
        CliRun run = convert(args);
        assertEquals(0, run.exitCode(), run.err());
        return run;
    }

    private static void assertRefused(int exitCode, String message, CliRun run) {
        assertEquals(exitCode, run.exitCode(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aPvdFileWithAVtiFileForEachStep() throws IOException {
        Path output = directory.resolve("out.pvd");
        CliRun run = converted(golden("one-file.vti"), output, "--compress=fast");
        assertEquals(List.of("out.pvd", "out/out_0000.vti", "out/out_0001.vti", "out/out_0002.vti"), files());
        long bytes = 0;
        for (String file : files()) {
            bytes += Files.size(directory.resolve(file));
        }
        assertTrue(run.err().contains("a file of " + io.vtkhdf.cli.text.Sizes.text(bytes)), run.err());
        String text = Files.readString(output);
        assertTrue(text.contains("<DataSet timestep=\"0.25\" part=\"0\" file=\"out/out_0001.vti\"/>"), text);
        Path back = directory.resolve("back.vtkhdf");
        converted(output, back);
        assertSteps(back, List.of(0, 1, 2), 0, 0.25, 1.5);
        // Each step tells its time itself.
        converted(directory.resolve("out/out_0002.vti"), directory.resolve("step.vtkhdf"));
        assertSteps(directory.resolve("step.vtkhdf"), List.of(2), 1.5);
    }

    @Test
    void aVtkhdfSeriesBecomesAPvdFileAndBack() throws IOException {
        Path vtkhdf = directory.resolve("a.vtkhdf");
        converted(golden("steps.pvd"), vtkhdf);
        converted(vtkhdf, directory.resolve("b.pvd"));
        converted(directory.resolve("b.pvd"), directory.resolve("c.vtkhdf"));
        assertSteps(directory.resolve("c.vtkhdf"), List.of(0, 1, 2), 0, 0.25, 1.5);
        converted(vtkhdf, directory.resolve("d.vtkhdf"), "--compress=gzip");
        assertSteps(directory.resolve("d.vtkhdf"), List.of(0, 1, 2), 0, 0.25, 1.5);
    }

    @Test
    void anImageBecomesAPvdFileOfOneStep() throws IOException {
        Path image = vti(directory.resolve("in.vti"), 4, timeValue(2.5));
        converted(image, directory.resolve("out.pvd"));
        converted(directory.resolve("out.pvd"), directory.resolve("back.vtkhdf"));
        assertSteps(directory.resolve("back.vtkhdf"), List.of(4), 2.5);
    }

    @Test
    void aPvdFileIsReplacedOnlyIfThatIsAskedFor() throws IOException {
        Path output = directory.resolve("out.pvd");
        converted(golden("steps.pvd"), output);
        byte[] before = Files.readAllBytes(directory.resolve("out/out_0001.vti"));
        Path other = pvd(directory.resolve("in.pvd"), "7", "a.vti");
        vti(directory.resolve("a.vti"), 9, "");
        assertRefused(3, "out.pvd: exists already; --overwrite replaces it", convert(other, output));
        assertArrayEquals(before, Files.readAllBytes(directory.resolve("out/out_0001.vti")));
        Files.delete(output);
        assertRefused(3, "holds steps of another series already; --overwrite replaces them", convert(other, output));
        converted(other, output, "--overwrite");
        converted(output, directory.resolve("back.vtkhdf"));
        assertSteps(directory.resolve("back.vtkhdf"), List.of(9), 7);
    }

    @Test
    void aFailureLeavesNoPvdFileAndNoSteps() throws IOException {
        Path a = vti(directory.resolve("a.vti"), 0, "");
        Path b = directory.resolve("b.vti");
        Files.writeString(b, Files.readString(vti(b, 1, "")).replace(" 123<", " 12x<"));
        CliRun run = convert(a, b, directory.resolve("out.pvd"), "--series");
        assertRefused(3, b.toString(), run);
        assertEquals(List.of("a.vti", "b.vti"), files());
        assertFalse(Files.exists(directory.resolve("out")));
    }

    @Test
    void aSeriesThatIsOverwrittenStaysUntilTheOtherIsThere() throws IOException {
        Path output = directory.resolve("out.pvd");
        converted(golden("steps.pvd"), output);
        List<String> three = List.of("out.pvd", "out/out_0000.vti", "out/out_0001.vti", "out/out_0002.vti");
        Path a = vti(directory.resolve("a.vti"), 8, timeValue(8));
        Path b = vti(directory.resolve("b.vti"), 9, timeValue(9));
        String good = Files.readString(b);
        Files.writeString(b, good.replace(" 923<", " 92x<"));
        assertRefused(3, b.toString(), convert(a, b, output, "--series", "--overwrite"));
        Files.writeString(b, good);
        List<String> withInputs =
                Stream.concat(Stream.of("a.vti", "b.vti"), three.stream()).toList();
        assertEquals(withInputs, files());
        converted(output, directory.resolve("old.vtkhdf"));
        assertSteps(directory.resolve("old.vtkhdf"), List.of(0, 1, 2), 0, 0.25, 1.5);
        Files.delete(directory.resolve("old.vtkhdf"));

        // What a killed run has left is not in the way, and what belongs to nobody stays.
        Files.createDirectories(directory.resolve("out/out.part"));
        Files.writeString(directory.resolve("out/out.part/out_0000.vti"), "<?xml");
        Files.writeString(directory.resolve("out/out.part/out_0007.vti"), "<?xml");
        Files.writeString(directory.resolve("out/notes.txt"), "mine");
        CliRun run = converted(a, b, output, "--series", "--overwrite", "--durable");
        assertEquals(
                List.of("a.vti", "b.vti", "out.pvd", "out/notes.txt", "out/out_0000.vti", "out/out_0001.vti"), files());
        assertFalse(Files.exists(directory.resolve("out/out.part")));
        long bytes = Files.size(output)
                + Files.size(directory.resolve("out/out_0000.vti"))
                + Files.size(directory.resolve("out/out_0001.vti"));
        assertTrue(run.err().contains("a file of " + io.vtkhdf.cli.text.Sizes.text(bytes)), run.err());
        converted(output, directory.resolve("new.vtkhdf"));
        assertSteps(directory.resolve("new.vtkhdf"), List.of(8, 9), 8, 9);
    }

    @Test
    void whatIsReadIsNotOverwritten() throws IOException {
        Path first = directory.resolve("out.pvd");
        converted(golden("steps.pvd"), first);
        Path again = Files.move(first, directory.resolve("again.pvd"));
        assertRefused(2, "out.pvd: OUTPUT would overwrite ", convert(again, first, "--overwrite"));
        assertRefused(2, "INPUT and OUTPUT are the same file", convert(again, again, "--overwrite"));
        Path step = directory.resolve("out/out_0001.vti");
        assertRefused(
                2,
                "INPUT and OUTPUT are the same file",
                convert(step, step, directory.resolve("x.vti"), step, "--series"));
        Path vtkhdf = directory.resolve("s.vtkhdf");
        converted(step, vtkhdf);
        Path named = Files.writeString(
                directory.resolve("in.vtkhdf.series"), "{\"files\":[{\"name\":\"s.vtkhdf\",\"time\":1}]}");
        assertRefused(2, "s.vtkhdf: OUTPUT would overwrite " + vtkhdf, convert(named, vtkhdf, "--overwrite"));
    }

    @Test
    void anInputThatHasTheNameOfAStepIsNotOverwritten() throws IOException {
        Path input = directory.resolve("run/run_0000.vti");
        Files.createDirectories(input.getParent());
        Files.copy(golden("one-file.vti"), input);
        byte[] before = Files.readAllBytes(input);
        Path output = directory.resolve("run.pvd");
        String refusal = "run.pvd: OUTPUT would overwrite " + input + ", which is read";
        assertRefused(2, refusal, convert(input, output, "--overwrite"));
        assertRefused(2, refusal, convert(input, output, "--overwrite", "--array=p"));
        assertEquals(List.of("run/run_0000.vti"), files());
        assertArrayEquals(before, Files.readAllBytes(input));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p | <f4 | (3, 2, 3, 4)",
                "v | <i2 | (3, 2, 3, 4, 2)",
                "c | u1 | (3, 1, 2, 3)",
                "k | <f8 | (3, 2, 3, 4)"
            })
    void aNpyFileOfASeries(String array, String type, String shape) throws IOException {
        Path output = directory.resolve("out.npy");
        converted(golden("steps.pvd"), output, "--array", array);
        double[] expected = concatenated(values(array, 0), values(array, 1), values(array, 2));
        assertNpy(output, type.equals("u1") ? "|u1" : type, shape, expected);
    }

    private static double[] values(String array, int t) {
        return switch (array) {
            case "p" -> StepFiles.p(t);
            case "v" -> StepFiles.v(t);
            case "c" -> StepFiles.c(t);
            default -> StepFiles.k();
        };
    }

    private static double[] concatenated(double[]... parts) {
        return Stream.of(parts).flatMapToDouble(DoubleStream::of).toArray();
    }

    @Test
    void aNpyFileOfAnImageOrAStep() throws IOException {
        Path output = directory.resolve("out.npy");
        converted(golden("steps.pvd"), output, "--array=v", "--step=2");
        assertNpy(output, "<i2", "(2, 3, 4, 2)", StepFiles.v(2));
        Path image = vti(directory.resolve("in.vti"), 4, "");
        converted(image, output, "--array=cell:c", "--overwrite");
        assertNpy(output, "|u1", "(1, 2, 3)", StepFiles.c(4));
        CliRun run = convert(image, directory.resolve("x.npy"));
        assertRefused(2, "x.npy: found 4 arrays, expected one, as a .npy file holds; --array NAME chooses one", run);
        assertRefused(2, "x.npy: found 4 arrays", convert(golden("steps.pvd"), directory.resolve("x.npy")));
        assertRefused(
                2,
                "found --compress or --encoding, expected neither: .npy files hold bare values",
                convert(image, directory.resolve("x.npy"), "--array=p", "--compress=gzip"));
        assertFalse(Files.exists(directory.resolve("x.npy")));
    }

    private static void assertNpy(Path file, String type, String shape, double... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int start = 10 + bytes.getShort(8);
        String header = new String(bytes.array(), 10, start - 10, StandardCharsets.US_ASCII);
        assertEquals(0, start % 64);
        assertEquals("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }", header.strip());
        bytes.position(start);
        for (double value : values) {
            double found =
                    switch (type) {
                        case "<f4" -> bytes.getFloat();
                        case "<f8" -> bytes.getDouble();
                        case "<i2" -> bytes.getShort();
                        default -> bytes.get() & 0xff;
                    };
            assertEquals(value, found);
        }
        assertEquals(0, bytes.remaining());
    }

    @ParameterizedTest
    @CsvSource({
        "out.pvd, --resume",
        "out.pvd, --in-place",
        "out.pvd, --append",
        "out.npy, --resume",
        "out.npy, --append"
    })
    void someOptionsAreForVtkhdfOnly(String name, String option) {
        CliRun run = convert(golden("steps.pvd"), directory.resolve(name), option);
        assertRefused(2, option + " is for VTKHDF only: ", run);
        assertTrue(run.err().contains("a ." + name.substring(4) + " file "), run.err());
    }

    @Test
    void stepsAreAppended() throws IOException {
        for (String compression : List.of("none", "gzip")) {
            Path output = directory.resolve(compression + ".vtkhdf");
            converted(golden("steps.pvd"), output, "--compress", compression);
            Path a = vti(directory.resolve("a.vti"), 3, "");
            Path b = vti(directory.resolve("b.vti"), 4, "");
            CliRun run = converted(a, b, output, "--series", "--times=2,3", "--append");
            assertTrue(run.err().contains("2 steps, times 2 to 3"), run.err());
            assertSteps(output, List.of(0, 1, 2, 3, 4), 0, 0.25, 1.5, 2, 3);
            converted(vti(directory.resolve("c.vti"), 5, timeValue(3.5)), output, "--append");
            assertSteps(output, List.of(0, 1, 2, 3, 4, 5), 0, 0.25, 1.5, 2, 3, 3.5);
        }
    }

    @Test
    void anImageBecomesASeriesOfTwo() throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        converted(vti(directory.resolve("a.vti"), 0, timeValue(1)), output);
        converted(vti(directory.resolve("b.vti"), 1, timeValue(2)), output, "--append");
        assertSteps(output, List.of(0, 1), 1, 2);
    }

    @Test
    void whatDoesNotGoOnIsNotAppended() throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        Path a = vti(directory.resolve("a.vti"), 0, timeValue(1));
        assertRefused(3, output + ": no such file, expected one to append to", convert(a, output, "--append"));
        converted(a, output);
        byte[] before = Files.readAllBytes(output);
        assertRefused(2, "1.0", convert(vti(directory.resolve("b.vti"), 1, timeValue(1)), output, "--append"));
        Path c = vti(directory.resolve("c.vti"), 1, timeValue(2));
        Files.writeString(c, Files.readString(c).replace("Origin=\"1", "Origin=\"0"));
        assertRefused(4, "as the steps there have", convert(c, output, "--append"));
        Path d = vti(directory.resolve("d.vti"), 1, timeValue(2));
        assertRefused(4, "/k: found no such array in what is appended", convert(d, output, "--append", "--array=p"));
        Path e = vti(directory.resolve("e.vti"), 1, timeValue(2));
        Files.writeString(e, Files.readString(e).replace("\"Float64\" Name=\"k\"", "\"Float32\" Name=\"k\""));
        assertRefused(4, "PointData/k: ", convert(e, output, "--append"));
        assertRefused(2, "found --overwrite as well", convert(d, output, "--append", "--overwrite"));
        assertRefused(2, "found --in-place as well", convert(d, output, "--append", "--in-place"));
        Path f = vti(directory.resolve("f.vti"), 1, timeValue(2) + field("new", 2));
        CliRun run = convert(f, output, "--append");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("FieldData 'new': left out, since the steps there have none"), run.err());
        assertSteps(output, List.of(0, 1), 1, 2);
        assertTrue(before.length < Files.size(output));
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            assertEquals(2, reader.steps());
        }
    }

    @ParameterizedTest
    @CsvSource({"--step=1, 1, 0.25", "--time=0.3, 1, 0.25", "--time=9, 2, 1.5"})
    void aChosenStepIsASeriesWhereThereIsNoImage(String chosen, int step, double time) throws IOException {
        for (String input : List.of("steps.pvd", "one-file.vti")) {
            Path output = directory.resolve("out.pvd");
            CliRun run = converted(golden(input), output, chosen, "--overwrite");
            assertTrue(run.err().contains("1 step, time " + time + ", 4 x 3 x 2 points"), run.err());
            assertEquals(
                    1, files().stream().filter(file -> file.endsWith(".vti")).count());
            Path back = directory.resolve("back.vtkhdf");
            converted(output, back, "--overwrite");
            assertSteps(back, List.of(step), time);

            Path all = directory.resolve("all.vtkhdf");
            converted(golden(input), all, "--step=0", "--overwrite");
            converted(golden(input), all, chosen, "--append");
            assertSteps(all, List.of(0, step), 0, time);
        }
    }

    @ParameterizedTest
    @CsvSource({"vtkhdf", "vti"})
    void theOnlyStepKeepsItsTime(String extension) throws Exception {
        Path file = vti(directory.resolve("in.vti"), 3, "");
        Files.writeString(file, Files.readString(file).replace("<ImageData ", "<ImageData TimeValues='0.75' "));
        Path output = directory.resolve("out." + extension);
        converted(file, output);
        assertTime(0.75, output);
        Path again = directory.resolve("again.vtkhdf");
        converted(output, again);
        assertSteps(again, List.of(3), 0.75);

        // That h5py wrote with Steps, at the time 2.5.
        converted(Path.of(getClass().getResource("/series/single.h5").toURI()), output, "--array=plain", "--overwrite");
        assertTime(2.5, output);
    }

    private static void assertTime(double time, Path file) throws IOException {
        try (ImageSource image = ImageSources.open(file)) {
            assertTrue(image.fields().stream().anyMatch(field -> field.isSameAs(FieldArray.of("TimeValue", time))));
        }
    }

    /** Where a series is written, each image is a step. */
    @Test
    void whatASingleImageLacksIsToldOfItsFile() throws IOException {
        Path vtkhdf = directory.resolve("in.vtkhdf");
        Path vti = vti(directory.resolve("in.vti"), 3, "");
        converted(vti, vtkhdf);
        for (Path input : List.of(vti, vtkhdf)) {
            CliRun run = convert(input, directory.resolve("out.pvd"), "--array=nope");
            assertRefused(2, input + ": no array 'nope', expected", run);
        }
        Path series = directory.resolve("series.vtkhdf");
        converted(golden("steps.pvd"), series);
        assertRefused(
                2,
                series + ", step 0: no array 'nope', expected",
                convert(series, directory.resolve("out.pvd"), "--array=nope"));
        // At the time 0.
        assertRefused(
                2,
                series + ": found the time 0.0 of the first step in what is appended, expected a later one than 1.5",
                convert(vti, series, "--append"));
    }
}
