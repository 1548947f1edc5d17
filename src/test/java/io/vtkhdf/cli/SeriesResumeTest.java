package io.vtkhdf.cli;

import static io.vtkhdf.cli.StepFiles.assertSteps;
import static io.vtkhdf.cli.StepFiles.golden;
import static io.vtkhdf.cli.StepFiles.pvd;
import static io.vtkhdf.cli.StepFiles.timeValue;
import static io.vtkhdf.cli.StepFiles.vti;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.AlikeSteps;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.FieldsOfSteps;
import io.vtkhdf.copy.SeriesTarget;
import io.vtkhdf.copy.VtkhdfSeriesTarget;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ProgressListener;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The conversion of a series that is given up at any place, within steps and between them, and gone on with. */
class SeriesResumeTest {

    private static final long BYTES = 3 * (24 * 4 + 24 * 4 + 24 * 8 + 6);

    @TempDir
    private Path directory;

    static Stream<Arguments> places() {
        return Stream.of("none", "gzip", "brick")
                .flatMap(storage -> Stream.of("steps.pvd", "one-file-zlib.vti")
                        .flatMap(input ->
                                Stream.iterate(0, n -> n + 1).limit(21).map(n -> Arguments.of(storage, input, n))));
    }

    private static Storage storage(String name) {
        return switch (name) {
            case "none" -> Storage.raw();
            case "gzip" -> Storage.gzip(1);
            default -> Storage.gzip(1).withChunk(io.vtkhdf.write.ChunkShape.of(3, 2, 2));
        };
    }

    private static SeriesTarget target(Path file, WriteOptions options, ImageSeries series) throws IOException {
        FieldsOfSteps fields = new FieldsOfSteps();
        new AlikeSteps(series, (name, image) -> image).lookAtAll((step, image) -> fields.add(image));
        return new VtkhdfSeriesTarget(file, options, VtkhdfSeriesTarget.Mode.CREATE).withFields(fields);
    }

    /** @param places how often values have come to stand in the file before it is given up */
    @ParameterizedTest
    @MethodSource("places")
    void goesOnWhereItWasGivenUp(String storage, String input, int places) throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        WriteOptions options = WriteOptions.defaults()
                .withStorage(storage(storage))
                .withCommits(Commits.everySlices(1))
                .withResume(true);
        try (ImageSeries series = ImageSources.openSeries(golden(input))) {
            Converter first = new Converter(new AlikeSteps(series, (name, image) -> image)).memory(1);
            int[] told = {0};
            first.listener((done, total) -> {
                if (told[0]++ == places) {
                    first.cancel();
                }
            });
            try {
                first.copyTo(target(output, options, series));
            } catch (CancellationException e) {
                assertFalse(Files.exists(output));
            }
            long[] skipped = {0};
            long[] last = {0};
            Converter second = new Converter(new AlikeSteps(series, (name, image) -> image)).memory(1);
            second.listener(new ProgressListener() {
                @Override
                public void progress(long done, long total) {
                    last[0] = done;
                    assertEquals(BYTES, total);
                }

                @Override
                public void skipped(long bytes, long total) {
                    skipped[0] += bytes;
                }
            });
            if (!Files.exists(output)) {
                Converter.Copied copied = second.copyTo(target(output, options, series));
                assertEquals(BYTES, copied.bytes() + copied.bytesBefore());
                assertEquals(skipped[0], copied.bytesBefore());
                assertEquals(BYTES, last[0]);
            }
        }
        assertSteps(output, List.of(0, 1, 2), 0, 0.25, 1.5);
        assertFalse(Files.exists(directory.resolve("out.vtkhdf.part")));
    }

    /** The second step cannot be read to its end. */
    private Path brokenSeries() throws IOException {
        Path b = directory.resolve("b.vti");
        vti(directory.resolve("a.vti"), 0, timeValue(0));
        Files.writeString(b, Files.readString(vti(b, 1, timeValue(1))).replace(" 123<", " 12x<"));
        vti(directory.resolve("c.vti"), 2, timeValue(2));
        return pvd(directory.resolve("in.pvd"), "0", "a.vti", "1", "b.vti", "2", "c.vti");
    }

    @Test
    void theCommandLineSaysWhatGoesOn() throws IOException {
        Path input = brokenSeries();
        Path output = directory.resolve("out.vtkhdf");
        CliRun failed = CliRun.of("convert", input, output, "--resume");
        assertEquals(3, failed.exitCode(), failed.err());
        assertTrue(failed.err().contains(output + ".part is kept: --resume goes on with it"), failed.err());

        CliRun dry = CliRun.of("convert", input, output, "--resume", "--dry-run");
        assertEquals(0, dry.exitCode(), dry.err());

        CliRun changed = CliRun.of("convert", golden("steps.pvd"), output, "--resume");
        assertEquals(2, changed.exitCode(), changed.err());
        assertTrue(changed.err().contains("--overwrite"), changed.err());

        CliRun image = CliRun.of("convert", directory.resolve("a.vti"), output, "--resume");
        assertEquals(2, image.exitCode(), image.err());

        CliRun again = CliRun.of("convert", input, output);
        assertEquals(3, again.exitCode(), again.err());
        assertTrue(again.err().contains("--resume"), again.err());
    }

    @Test
    void whatIsCompleteIsPassedOver() throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        assertEquals(0, CliRun.of("convert", golden("steps.pvd"), output).exitCode());
        CliRun again = CliRun.of("convert", golden("steps.pvd"), output, "--resume");
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.err().contains(output + ": complete already"), again.err());

        vti(directory.resolve("a.vti"), 0, "");
        Files.setLastModifiedTime(directory.resolve("a.vti"), FileTime.fromMillis(1_000_000_000_000L));
        Path other = pvd(directory.resolve("in.pvd"), "0", "a.vti", "0.5", "a.vti", "1.5", "a.vti");
        Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000_000_000L));
        CliRun different = CliRun.of("convert", other, output, "--resume");
        assertEquals(3, different.exitCode(), different.err());
        assertTrue(
                different.err().contains("times: found [0.0, 0.25, 1.5], expected [0.0, 0.5, 1.5]"), different.err());
    }

    @Test
    void anInterruptedAppendIsGoneOnWith() throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        assertEquals(0, CliRun.of("convert", golden("steps.pvd"), output).exitCode());
        for (int t = 3; t < 6; t++) {
            vti(directory.resolve("s" + t + ".vti"), t, timeValue(t));
        }
        Path broken = directory.resolve("s4.vti");
        String good = Files.readString(broken);
        FileTime time = Files.getLastModifiedTime(broken);
        Files.writeString(broken, good.replace(" 423<", " 42x<"));
        Files.setLastModifiedTime(broken, time);
        Object[] command = {
            "convert", directory.resolve("s3.vti"), broken, directory.resolve("s5.vti"), output, "--series", "--append"
        };
        CliRun failed = CliRun.of(command);
        assertEquals(3, failed.exitCode(), failed.err());
        StepFiles.assertBegins(output, List.of(0, 1, 2));
        Object[] resuming =
                Stream.concat(Stream.of(command), Stream.of("--resume")).toArray();
        CliRun kept = CliRun.of(resuming);
        assertEquals(3, kept.exitCode(), kept.err());
        StepFiles.assertBegins(output, List.of(0, 1, 2, 3));
        Files.writeString(broken, good);
        Files.setLastModifiedTime(broken, time);
        CliRun resumed = CliRun.of(
                Stream.concat(Stream.of(command), Stream.of("--resume")).toArray());
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertSteps(output, List.of(0, 1, 2, 3, 4, 5), 0, 0.25, 1.5, 3, 4, 5);
    }

    private Path threeSteps() throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        CliRun run = CliRun.of("convert", golden("steps.pvd"), output);
        assertEquals(0, run.exitCode(), run.err());
        return output;
    }

    private static void assertRun(int exitCode, String message, CliRun run) {
        assertEquals(exitCode, run.exitCode(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    private Path series(String name, double... times) throws IOException {
        List<String> entries = new ArrayList<>();
        for (int t = 0; t < times.length; t++) {
            String step = name + "_" + t + ".vti";
            vti(directory.resolve(step), 10 + t, "");
            entries.add(Double.toString(times[t]));
            entries.add(step);
        }
        return pvd(directory.resolve(name + ".pvd"), entries.toArray(String[]::new));
    }

    @Test
    void stepsThatAreNewerThanTheFileAreAppendedToBeResumed() throws IOException {
        Path output = threeSteps();
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(output, before);
        assertRun(0, "", CliRun.of("convert", series("new", 2, 3), output, "--append", "--resume"));
        assertSteps(output, List.of(0, 1, 2, 10, 11), 0, 0.25, 1.5, 2, 3);
    }

    @Test
    void aRefusedAppendChangesNothing() throws IOException {
        Path output = threeSteps();
        byte[] before = Files.readAllBytes(output);
        String expected = "expected a later one than 1.5, that of the last step there";
        for (String option : List.of("--resume", "--durable")) {
            // Steps of the same times may well be those of another series.
            for (double first : new double[] {0, 0.1, 1.5}) {
                Path other = series("other", first, 2);
                assertRun(2, expected, CliRun.of("convert", other, output, "--append", option));
                assertArrayEquals(before, Files.readAllBytes(output));
            }
            Path broken = series("broken", 2, 3);
            Path first = directory.resolve("broken_0.vti");
            Files.writeString(first, Files.readString(first).replace(" 1001 ", " 10x1 "));
            assertRun(3, first.toString(), CliRun.of("convert", broken, output, "--append", option));
            assertArrayEquals(before, Files.readAllBytes(output));
        }
        assertRun(0, "", CliRun.of("convert", series("good", 2), output, "--append"));
        assertSteps(output, List.of(0, 1, 2, 10), 0, 0.25, 1.5, 2);
    }

    @Test
    void whatWasBegunByAnotherAppendIsNotGoneOnWith() throws IOException {
        Path output = threeSteps();
        Path broken = series("broken", 2, 3);
        Path second = directory.resolve("broken_1.vti");
        Files.writeString(second, Files.readString(second).replace(" 1101 ", " 11x1 "));
        assertRun(
                3,
                output + " is kept: --append --resume goes on with it",
                CliRun.of("convert", broken, output, "--append", "--resume"));
        CliRun other = CliRun.of("convert", series("other", 2, 3), output, "--append", "--resume");
        assertRun(2, "it was begun from another INPUT", other);
        assertTrue(other.err().contains("vtkhdf convert out.vtkhdf OTHER.vtkhdf makes a finished file"), other.err());
        Path complete = directory.resolve("complete.vtkhdf");
        assertRun(0, "", CliRun.of("convert", output, complete));
        assertRun(0, "", CliRun.of("convert", series("rest", 4), complete, "--append"));
        assertSteps(complete, List.of(0, 1, 2, 10, 10), 0, 0.25, 1.5, 2, 4);
    }

    @Test
    void aSeriesIsNotWhatOneImageBecomes() throws IOException {
        Path output = threeSteps();
        Path image = vti(directory.resolve("in.vti"), 0, "");
        Files.setLastModifiedTime(image, FileTime.fromMillis(1_000_000_000_000L));
        assertRun(3, "steps: found 3, expected 1", CliRun.of("convert", image, output, "--resume"));
    }

    @Test
    void aSeriesBegunWithOtherArraysIsNotGoneOnWith() throws IOException {
        Path input = brokenSeries();
        for (boolean isWhole : List.of(true, false)) {
            Path output = directory.resolve(isWhole + ".vtkhdf");
            Object[] all = {"convert", input, output, "--resume"};
            Object[] some = {"convert", input, output, "--resume", "--array=p", "--array=c"};
            CliRun begun = CliRun.of(isWhole ? all : some);
            assertRun(3, output + ".part is kept: --resume goes on with it", begun);
            CliRun other = CliRun.of(isWhole ? some : all);
            assertRun(2, "it was begun with other arrays; convert the same ones", other);
            assertTrue(
                    other.err()
                            .contains(
                                    isWhole
                                            ? "found the array 'k' of PointData, expected none but those"
                                            : "found steps without an array 'v' of PointData, expected all arrays"),
                    other.err());
            assertRun(3, output + ".part is kept", CliRun.of(isWhole ? all : some));
        }
    }

    @Test
    void fieldArraysOfSomeStepsDoNotMakeAnotherSeries() throws IOException {
        for (int with : new int[] {0, 1}) {
            vti(directory.resolve("0.vti"), 0, with == 0 ? StepFiles.field("note", 1) : "");
            vti(directory.resolve("1.vti"), 1, with == 1 ? StepFiles.field("note", 1) : "");
            Path input = pvd(directory.resolve("in.pvd"), "0", "0.vti", "1", "1.vti");
            Path output = directory.resolve(with + ".vtkhdf");
            assertRun(0, "'note': left out, since not all steps have it", CliRun.of("convert", input, output));
            assertRun(0, "complete already", CliRun.of("convert", input, output, "--resume"));
        }
    }

    @Test
    void stepsWithoutAFieldArrayThatChangesAreNotAppended() throws IOException {
        for (int t = 0; t < 2; t++) {
            vti(directory.resolve(t + ".vti"), t, StepFiles.field("note", t));
        }
        Path output = directory.resolve("out.vtkhdf");
        Path input = pvd(directory.resolve("in.pvd"), "0", "0.vti", "1", "1.vti");
        assertRun(0, "", CliRun.of("convert", input, output));
        byte[] before = Files.readAllBytes(output);
        vti(directory.resolve("2.vti"), 2, StepFiles.field("note", 2));
        vti(directory.resolve("3.vti"), 3, "");
        String expected = "FieldData/note: found no such field array, or not at all steps, in what is appended,"
                + " expected one at each step, as the steps there have";
        for (String[] steps : List.of(new String[] {"2", "3.vti"}, new String[] {"2", "2.vti", "3", "3.vti"})) {
            Path lacking = pvd(directory.resolve("lacking.pvd"), steps);
            for (String option : List.of("--resume", "--durable")) {
                assertRun(4, expected, CliRun.of("convert", lacking, output, "--append", option));
                assertArrayEquals(before, Files.readAllBytes(output));
            }
        }
        Path good = pvd(directory.resolve("good.pvd"), "2", "2.vti");
        assertRun(0, "", CliRun.of("convert", good, output, "--append"));
        assertSteps(output, List.of(0, 1, 2), 0, 1, 2);
    }

    @Test
    void minusZeroIsZero() throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        Path input = series("zero", -0.0, 1);
        assertRun(0, "", CliRun.of("convert", input, output));
        assertRun(0, "complete already", CliRun.of("convert", input, output, "--resume"));
        Path chosen = directory.resolve("chosen.vtkhdf");
        assertRun(0, "", CliRun.of("convert", golden("steps.pvd"), chosen, "--time=-0.0"));
        assertSteps(chosen, List.of(0), 0);
        assertRun(0, "", CliRun.of("convert", series("two", -1, 0), chosen, "--time=-0.0", "--overwrite"));
        assertSteps(chosen, List.of(11), 0);
    }

    @Test
    void aCancelledConversionOfASeriesLeavesNothing() throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        try (ImageSeries series = ImageSources.openSeries(golden("steps.pvd"))) {
            Converter converter = new Converter(new AlikeSteps(series, (name, image) -> image));
            converter.cancel();
            assertThrows(
                    CancellationException.class,
                    () -> converter.copyTo(target(output, WriteOptions.defaults(), series)));
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
