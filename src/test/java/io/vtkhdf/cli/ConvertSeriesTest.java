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

import io.vtkhdf.image.FieldArray;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertSeriesTest {

    @TempDir
    private Path directory;

    private CliRun convert(Object... args) {
        Object[] all = Stream.concat(Stream.of("convert"), Stream.of(args)).toArray();
        return CliRun.of(all);
    }

    private Path output() {
        return directory.resolve("out.vtkhdf");
    }

    private void assertRefused(int exitCode, String message, Object... args) throws IOException {
        CliRun run = convert(args);
        assertEquals(exitCode, run.exitCode(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertEquals(
                1, run.err().lines().filter(line -> !line.startsWith("Try ")).count(), run.err());
        assertFalse(Files.exists(output()));
        assertFalse(Files.exists(directory.resolve("out.vtkhdf.part")));
    }

    private Path step(String name, int t, double time) throws IOException {
        return vti(directory.resolve(name), t, timeValue(time));
    }

    /** A direction is fine in an image, and ends VTK 9.4 to 9.6 in a time series. */
    @Test
    void theSummaryTellsOfNewReleasesThatDoNotReadTheSeries() throws IOException {
        List<Object> inputs = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
            Path file = step("turned_" + t + ".vti", t, t);
            Files.writeString(
                    file, Files.readString(file).replace("Origin=", "Direction=\"0 -1 0 1 0 0 0 0 1\" Origin="));
            inputs.add(file);
        }
        CliRun image = convert(inputs.get(0), directory.resolve("image.vtkhdf"));
        inputs.addAll(List.of(output(), "--series"));
        CliRun series = convert(inputs.toArray());
        assertEquals(0, series.exitCode(), series.err());
        assertFalse(image.err().contains("not read by"), image.err());
        assertTrue(series.err().contains("not read by VTK 9.1, 9.2, 9.4, 9.5, 9.6 ("), series.err());
        assertFalse(convert(golden("steps.pvd"), output(), "--overwrite").err().contains("not read by"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "steps.pvd",
                "one-file.vti",
                "one-file-zlib.vti",
                "one-file-base64.vti",
                "one-file-base64-zlib.vti"
            })
    void whatVtkWritesIsConverted(String name) throws IOException {
        for (String compression : List.of("none", "gzip")) {
            CliRun run = convert(golden(name), output(), "--compress", compression, "--overwrite");
            assertEquals(0, run.exitCode(), run.err());
            assertTrue(run.err().contains("3 steps, times 0 to 1.5, 4 x 3 x 2 points, 4 arrays"), run.err());
            assertSteps(output(), List.of(0, 1, 2), 0, 0.25, 1.5);
        }
    }

    /** VTK's writer gives what has not changed the place that it had. */
    @Test
    void arraysAtOneOffsetAreStoredOnce() throws IOException {
        Path input = directory.resolve("in.vti");
        String text = Files.readString(golden("one-file.vti"), java.nio.charset.StandardCharsets.ISO_8859_1);
        String shared =
                text.replace("offset=\"606\" ", "offset=\"200\" ").replace("offset=\"1012\"", "offset=\"200\" ");
        Files.writeString(input, shared, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(0, convert(input, output()).exitCode());
        assertSteps(output(), List.of(0, 1, 2), 0, 0.25, 1.5);
        try (ImageDataReader reader = ImageDataReader.open(output())) {
            assertEquals(0, reader.atStep(2).pointArray("k").sameAsStep());
            assertEquals(2, reader.atStep(2).pointArray("p").sameAsStep());
        }
    }

    @Test
    void anArrayWithoutTimeStepHoldsForAllSteps() throws IOException {
        Path input = directory.resolve("in.vti");
        String one = Files.readString(vti(input, 0, ""));
        String p1 = one.lines()
                .filter(line -> line.contains("\"p\" format"))
                .findFirst()
                .orElseThrow();
        Path second = vti(directory.resolve("second.vti"), 1, "");
        String p2 = Files.readString(second)
                .lines()
                .filter(line -> line.contains("\"p\" format"))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                input,
                one.replace("<ImageData ", "<ImageData TimeValues='-1 0.5 3' ")
                        .replace(
                                p1,
                                p1.replace("Name=", "TimeStep='0 2' Name=") + "\n"
                                        + p2.replace("Name=", "TimeStep='1' Name=")));
        CliRun run = convert(input, output());
        assertEquals(0, run.exitCode(), run.err());
        try (ImageDataReader reader = ImageDataReader.open(output())) {
            assertArrayEquals(new double[] {-1, 0.5, 3}, reader.times());
            for (int step = 0; step < 3; step++) {
                float[] slice = (float[]) reader.atStep(step).pointArray("p").readSlice(0);
                assertEquals(step == 1 ? 100 : 0, slice[0]);
                assertEquals(0, reader.atStep(step).pointArray("k").sameAsStep());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TimeValues='0 1' | TimeStep='2' | TimeStep '2', expected steps from 0 to 1",
                "TimeValues='0 1' | TimeStep='-1' | TimeStep '-1', expected steps from 0 to 1",
                "TimeValues='0 1' | TimeStep='x' | TimeStep 'x'",
                "TimeValues='0 0' | TimeStep='0' | TimeValues with 0.0 at step 1, expected finite numbers that increase",
                "TimeValues='1 0' | TimeStep='0' | TimeValues with 0.0 at step 1",
                "TimeValues='0 nan' | TimeStep='0' | TimeValues",
                "TimeValues='' | TimeStep='0' | TimeValues",
            })
    void oddTimesOfOneFile(String times, String step, String message) throws IOException {
        Path input = directory.resolve("in.vti");
        String text = Files.readString(vti(input, 0, ""));
        Files.writeString(
                input,
                text.replace("<ImageData ", "<ImageData " + times + " ").replace("Name=\"p\"", step + " Name=\"p\""));
        assertRefused(3, message, input, output());
    }

    @Test
    void twoArraysForOneStepAreAmbiguous() throws IOException {
        Path input = directory.resolve("in.vti");
        String text = Files.readString(vti(input, 0, ""));
        String p = text.lines()
                .filter(line -> line.contains("\"p\" format"))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                input,
                text.replace("<ImageData ", "<ImageData TimeValues='0 1' ")
                        .replace(
                                p,
                                p.replace("Name=", "TimeStep='0 1' Name=") + p.replace("Name=", "TimeStep='1' Name=")));
        assertRefused(3, "several arrays of this name for one TimeStep", input, output());
    }

    @Test
    void stepsAreSortedByTheirTimes() throws IOException {
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        Path input = pvd(directory.resolve("in.pvd"), "2.5", "b.vti", "-1e-3", "a.vti");
        assertEquals(0, convert(input, output()).exitCode());
        assertSteps(output(), List.of(0, 1), -1e-3, 2.5);
    }

    @Test
    void withoutTimesTheStepsAreCounted() throws IOException {
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        Path input = pvd(directory.resolve("in.pvd"), "", "b.vti", "", "a.vti");
        assertEquals(0, convert(input, output()).exitCode());
        assertSteps(output(), List.of(1, 0), 0, 1);
    }

    @Test
    void aFileMayBeTwoSteps() throws IOException {
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        Path input = pvd(directory.resolve("in.pvd"), "0", "a.vti", "1", "a.vti", "2", "b.vti");
        assertEquals(0, convert(input, output()).exitCode());
        assertSteps(output(), List.of(0, 0, 1), 0, 1, 2);
        try (ImageDataReader reader = ImageDataReader.open(output())) {
            assertEquals(0, reader.atStep(1).pointArray("p").sameAsStep());
        }
    }

    @Test
    void aPvdOfOneStepIsAnImageWithATime() throws IOException {
        step("a.vti", 3, 9);
        Path input = pvd(directory.resolve("in.pvd"), "0.5", "a.vti");
        CliRun run = convert(input, output());
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("1 step, time 0.5, "), run.err());
        assertSteps(output(), List.of(3), 0.5);
    }

    @Test
    void aPvdOfPvtiFiles() throws IOException {
        for (int t = 0; t < 2; t++) {
            step("piece" + t + ".vti", t, 9);
            Files.writeString(directory.resolve("s" + t + ".pvti"), """
                    <VTKFile type="PImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
                    <PImageData WholeExtent="0 3 0 2 0 1" GhostLevel="0" Origin="1 2 3" Spacing="0.5 1 2">
                    <PPointData><PDataArray type="Float32" Name="p"/>
                    <PDataArray type="Int16" Name="v" NumberOfComponents="2"/><PDataArray type="Float64" Name="k"/>
                    </PPointData><PCellData><PDataArray type="UInt8" Name="c"/></PCellData>
                    <Piece Extent="0 3 0 2 0 1" Source="piece%d.vti"/></PImageData></VTKFile>
                    """.formatted(t));
        }
        Path input = pvd(directory.resolve("in.pvd"), "0", "s0.pvti", "1", "s1.pvti");
        CliRun run = convert(input, output());
        assertEquals(0, run.exitCode(), run.err());
        assertSteps(output(), List.of(0, 1), 0, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 0,a.vti,0,b.vti | time 0.0 of both 'a.vti' and 'b.vti', expected a time of its own for each step",
                "3 | 0,a.vti,0.0,b.vti | time 0.0 of both 'a.vti' and 'b.vti'",
                "3 | 0,a.vti,,b.vti | line 5: found no time of 'b.vti', expected one, as other steps have",
                "3 | 0,a.vti,x,b.vti | timestep 'x'",
                "3 | 0,a.vti,NaN,b.vti | time NaN of 'b.vti', expected a finite number",
                "3 | 0,a.vti,1,missing.vti | line 5: found no file 'missing.vti', expected one, in ",
                "4 | 0,a.vti,1,../b.vti | the step '../b.vti', expected a file in the folder of the .pvd file or below;"
                        + " --allow-outside allows others",
                "4 | 0,a.vti,1,/b.vti | --allow-outside",
                "4 | 0,a.vti,1,http://x/b.vti | no address is followed",
                "4 | 0,a.vti,1,in.pvd | in.pvd: file: found a file of steps, expected one image, as this is a step",
            })
    void oddStepsOfAPvdFile(int exitCode, String entries, String message) throws IOException {
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        Path input = pvd(directory.resolve("in.pvd"), entries.split(",", -1));
        assertRefused(exitCode, message, input, output());
    }

    @Test
    void aPvdWithoutSteps() throws IOException {
        assertRefused(
                3, "in.pvd: file: found no step, expected at least one", pvd(directory.resolve("in.pvd")), output());
    }

    @Test
    void partsOfACompositeAreRefusedWithWhatToDo() throws IOException {
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        Path input = directory.resolve("in.pvd");
        for (String other : List.of("part='1'", "part='0' group='g'", "part='0' name='n'")) {
            Files.writeString(input, """
                    <VTKFile type="Collection"><Collection>
                    <DataSet timestep="0" part="0" file="a.vti"/>
                    <DataSet timestep="0" %s file="b.vti"/></Collection></VTKFile>
                    """.formatted(other));
            assertRefused(
                    4, "a composite data set, 'a.vti' and 'b.vti' at time 0.0, expected one image", input, output());
        }
    }

    @Test
    void aStepElsewhereIsReadIfThatIsAllowed() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("pvd"));
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        Path input = pvd(
                folder.resolve("in.pvd"),
                "0",
                "../a.vti",
                "1",
                directory.resolve("b.vti").toString());
        assertRefused(4, "--allow-outside", input, output());
        assertEquals(0, convert(input, output(), "--allow-outside").exitCode());
        assertSteps(output(), List.of(0, 1), 0, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"file-series-version\":\"1.0\",\"files\":[{\"name\":\"a.vti\",\"time\":0},{\"name\":\"b.vti\",\"time\":0.5}]}",
                "{\"files\":[{\"iter\":5,\"time\":0.5,\"name\":\"b.vti\",},{\"iter\":1,\"time\":0,\"name\":\"a.vti\"},],}",
                "// by hand\n{files: [ # two\n {'name': 'a.vti', 'time': '0', 'more': {'x': [1, {}]}},"
                        + " /* and */ {'time': +.5, 'name': 'b.vti'}], 'z': null}",
                "\ufeff{\"files\":[{\"time\":00.5,\"name\":\"b.vti\"},{\"time\":0.,\"name\":\"a.vti\"}]}",
            })
    void seriesFilesAreReadAsTheyAreFound(String json) throws IOException {
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        Path input = Files.writeString(directory.resolve("in.vti.series"), json);
        CliRun run = convert(input, output());
        assertEquals(0, run.exitCode(), run.err());
        assertSteps(output(), List.of(0, 1), 0, 0.5);
    }

    @Test
    void aSeriesOfVtkhdfFiles() throws IOException {
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        for (String name : List.of("a", "b")) {
            convert(directory.resolve(name + ".vti"), directory.resolve(name + ".vtkhdf"));
        }
        Path input = Files.writeString(
                directory.resolve("in.vtkhdf.series"),
                "{\"files\":[{\"name\":\"a.vtkhdf\",\"time\":1},{\"name\":\"b.vtkhdf\",\"time\":2}]}");
        assertEquals(0, convert(input, output()).exitCode());
        assertSteps(output(), List.of(0, 1), 1, 2);

        Path nested = Files.writeString(
                directory.resolve("nested.vtkhdf.series"),
                "{\"files\":[{\"name\":\"a.vtkhdf\",\"time\":1},{\"name\":\"out.vtkhdf\",\"time\":2}]}");
        CliRun run = convert(nested, directory.resolve("other.vtkhdf"));
        assertEquals(4, run.exitCode(), run.err());
        assertTrue(run.err().contains("out.vtkhdf: file: found 2 steps, expected one image"), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | [] | line 1: found no JSON object, expected one with the key files",
                "3 | {} | found no key files",
                "3 | {\"files\":{}} | line 1: found files that are no list",
                "3 | {\"files\":[]} | found no step",
                "3 | {\"files\":[3]} | found an entry of files that is no object",
                "3 | {\"files\":[{\"time\":3}]} | found no name of a file",
                "3 | {\"files\":[{\"name\":7,\"time\":3}]} | found no name of a file",
                "3 | {\"files\":[{\"name\":\"a.vti\",\"time\":\"x\"}]} | found time 'x', expected a number",
                "3 | {\"files\":[{\"name\":\"a.vti\",\"time\":NaN}]} | time NaN of 'a.vti'",
                "3 | {\"files\":[{\"name\":\"a.vti\",\"time\":1},{\"name\":\"b.vti\",\"time\":1}]} | time 1.0 of both",
                "3 | {\"files\":[{\"name\":\"a.vti\" | is not JSON: ",
                "3 | {\"files\":[{\"name\":\"a.vti\"}]} x} | ",
                "4 | {\"files\":[{\"name\":\"../a.vti\",\"time\":1}]} | in the folder of the .series file or below",
            })
    void oddSeriesFiles(int exitCode, String json, String message) throws IOException {
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        Path input = Files.writeString(directory.resolve("in.vti.series"), json);
        if (message == null) {
            assertEquals(0, convert(input, output()).exitCode()); // What follows the object means nothing.
        } else {
            assertRefused(exitCode, message, input, output());
        }
    }

    @Test
    void severalFilesInNaturalOrderWithTheirTimes() throws IOException {
        List<Object> args = new ArrayList<>();
        for (String number : List.of("10", "9", "002", "1")) {
            args.add(step("a" + number + ".vti", Integer.parseInt(number), Integer.parseInt(number) * 0.5));
        }
        args.add(output());
        args.add("--series");
        CliRun run = convert(args.toArray());
        assertEquals(0, run.exitCode(), run.err());
        assertSteps(output(), List.of(1, 2, 9, 10), 0.5, 1, 4.5, 5);
    }

    @Test
    void timesOfSeveralFiles() throws IOException {
        Path a = vti(directory.resolve("a.vti"), 0, "");
        Path b = vti(directory.resolve("b.vti"), 1, "");
        for (String[] options : new String[][] {{"--times=-3,7.25", "-3", "7.25"}, {"--dt=0.125", "0", "0.125"}}) {
            CliRun run = convert(b, a, output(), "--series", options[0], "--overwrite");
            assertEquals(0, run.exitCode(), run.err());
            assertSteps(output(), List.of(0, 1), Double.parseDouble(options[1]), Double.parseDouble(options[2]));
        }
        assertEquals(0, convert(b, a, output(), "--series", "--overwrite").exitCode());
        assertSteps(output(), List.of(0, 1), 0, 1);
    }

    /** Where OUTPUT is forgotten, the last step is in its place. */
    @ParameterizedTest
    @ValueSource(strings = {".vtkhdf", ".vti"})
    void theLastStepIsNotTakenForTheOutput(String extension) throws IOException {
        List<Object> args = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            Path step = step("s" + t + ".vti", t, t);
            Path file = directory.resolve("s" + t + extension);
            if (!file.equals(step)) {
                assertEquals(0, convert(step, file).exitCode());
            }
            args.add(file);
        }
        Path last = (Path) args.get(2);
        byte[] before = Files.readAllBytes(last);
        args.add("--series");
        String message =
                last + ": found an image as the last of the files, expected an OUTPUT that is not one of the steps";
        assertRefused(2, message, args.toArray());
        args.add("--overwrite");
        assertRefused(2, message, args.toArray());
        assertArrayEquals(before, Files.readAllBytes(last));
        args.set(2, output());
        for (int run = 0; run < 2; run++) { // The second replaces a series, which is no step.
            assertEquals(0, convert(args.toArray()).exitCode());
            assertSteps(output(), List.of(0, 1), 0, 1);
        }
    }

    @Test
    void whatStepsShareWasNotThereBefore() throws IOException {
        step("a.vti", 0, 0);
        CliRun run = convert(pvd(directory.resolve("alike.pvd"), "0", "a.vti", "1", "a.vti"), output());
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("; 390 B are those of a step before, stored once, a file of "), run.err());
    }

    @Test
    void timesThatDoNotServeSayWhatDoes() throws IOException {
        Path a = step("a.vti", 0, 1);
        Path b = step("b.vti", 1, 1);
        Path c = vti(directory.resolve("c.vti"), 1, "");
        String advice = "; --times or --dt gives the times";
        assertRefused(
                2,
                "a.vti and " + b + ": found times 1.0 and then 1.0, expected times that increase in the order of"
                        + " the files' names" + advice,
                a,
                b,
                output(),
                "--series");
        assertRefused(
                2,
                c + ": found no field array TimeValue with one number, expected one as in " + a + advice,
                a,
                c,
                output(),
                "--series");
        assertRefused(2, "found 1 time for 2 files", a, b, output(), "--series", "--times=1");
        assertRefused(2, "found 3 times for 2 files", a, b, output(), "--series", "--times=1,2,3");
        assertRefused(
                2,
                "found time 1.0 at step 1, expected finite times that increase",
                a,
                b,
                output(),
                "--series",
                "--times=1,1");
        assertRefused(2, "found 'x', expected a number", a, b, output(), "--series", "--times=1,x");
        assertRefused(
                2, "found 0.0 from step to step, expected a finite time above 0", a, b, output(), "--series", "--dt=0");
        assertRefused(
                2, "found --times and --dt, expected one of them", a, b, output(), "--series", "--dt=1", "--times=1,2");
        assertRefused(2, "--dt goes with --series", a, output(), "--dt=1");
        assertRefused(2, "--series makes one OUTPUT", a, b, "--series", "--output-dir", directory);
        assertRefused(2, "expected the file of each step once", a, a, output(), "--series");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WholeExtent=\"0 3 | WholeExtent=\"1 3 | ",
                "Origin=\"1 2 3\" | Origin=\"1 2 4\" | origin: found (1.0, 2.0, 4.0), expected (1.0, 2.0, 3.0)",
                "Spacing=\"0.5 | Spacing=\"0.25 | spacing: found (0.25, 1.0, 2.0), expected (0.5, 1.0, 2.0)",
                "Name=\"k\" | Name=\"q\" | PointData 'k': found no such array, expected one",
                "type=\"Float64\" Name=\"k\" | type=\"Float32\" Name=\"k\" | PointData 'k': found 1 x Float32, expected 1 x Float64",
                "Name=\"v\" NumberOfComponents=\"2\" | Name=\"v\" NumberOfComponents=\"1\" | PointData 'v': found 1 x Int16, expected 2 x Int16",
                "Name=\"v\" | Name=\"v\" ComponentName0=\"u\" | component names of PointData 'v': found [u, ], expected []",
                "<CellData> | <CellData><DataArray type=\"UInt8\" Name=\"d\" format=\"ascii\">1 2 3 4 5 6</DataArray> | CellData 'd': found an array, expected none",
            })
    void stepsThatDifferAreToldBeforeAnythingIsWritten(String text, String replacement, String message)
            throws IOException {
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        Path c = step("c.vti", 2, 9);
        String odd = Files.readString(c).replace(text, replacement);
        if (text.startsWith("Whole")) {
            odd = odd.replace("Extent=\"0 3", "Extent=\"1 3").replace("Extent=\"1 3", "Extent=\"1 4");
        }
        if (replacement.contains("NumberOfComponents=\"1\"")) {
            odd = odd.replaceAll("(Name=\"v\".*?>)[^<]*", "$1" + "1 ".repeat(24));
        }
        Files.writeString(c, odd);
        Path input = pvd(directory.resolve("in.pvd"), "0", "a.vti", "1", "b.vti", "2", "c.vti");
        String expected = message == null ? "extent: found 1..4 0..2 0..1, expected 0..3 0..2 0..1" : message;
        assertRefused(4, expected, input, output());
        assertRefused(4, c.toString(), input, output());
        assertRefused(4, "as in " + directory.resolve("a.vti") + ": all steps of a series are alike", input, output());
        if (message != null && message.contains("'k'")) {
            assertEquals(0, convert(input, output(), "--array=p").exitCode());
        }
    }

    @Test
    void aStepThatIsBrokenIsToldBeforeAnythingIsWritten() throws IOException {
        step("a.vti", 0, 9);
        Path b = step("b.vti", 1, 9);
        String text = Files.readString(b);
        Files.writeString(b, text.substring(0, text.length() / 2));
        assertRefused(3, b.toString(), pvd(directory.resolve("in.pvd"), "0", "a.vti", "1", "b.vti"), output());
    }

    @Test
    void fieldsOfEachStep() throws IOException {
        vti(
                directory.resolve("a.vti"),
                0,
                timeValue(5) + field("Time", 7) + field("each", 1) + field("const", 1, 2) + field("some", 3));
        vti(directory.resolve("b.vti"), 1, timeValue(6) + field("each", 2) + field("const", 1, 2) + field("late", 3));
        CliRun run = convert(pvd(directory.resolve("in.pvd"), "0", "a.vti", "1", "b.vti"), output());
        assertEquals(0, run.exitCode(), run.err());
        for (String name : List.of("some", "late")) {
            assertTrue(
                    run.err().contains("FieldData '" + name + "': left out, since not all steps have it, of one type"),
                    run.err());
        }
        assertTrue(run.err().contains("FieldData 'Time': left out, since VTK's reader gives"), run.err());
        try (ImageDataReader reader = ImageDataReader.open(output())) {
            assertEquals(
                    List.of("const", "each"),
                    reader.fields().stream().map(FieldArray::name).sorted().toList());
            for (int step = 0; step < 2; step++) {
                double[] each = reader.atStep(step)
                        .findFieldArray("each")
                        .orElseThrow()
                        .asNumbers()
                        .values(double[].class);
                assertArrayEquals(new double[] {step + 1}, each);
                assertArrayEquals(
                        new double[] {1, 2},
                        reader.atStep(step)
                                .findFieldArray("const")
                                .orElseThrow()
                                .asNumbers()
                                .values(double[].class));
            }
        }
    }

    @Test
    void aStepOfASeriesBecomesAnImage() throws IOException {
        Path input = golden("steps.pvd");
        for (String[] chosen : new String[][] {
            {"--step=1", "1", "0.25"}, {"--time=0.3", "1", "0.25"}, {"--time=-5", "0", "0.0"}, {"--time=99", "2", "1.5"}
        }) {
            CliRun run = convert(input, output(), chosen[0], "--overwrite");
            assertEquals(0, run.exitCode(), run.err());
            assertSteps(output(), List.of(Integer.parseInt(chosen[1])), Double.parseDouble(chosen[2]));
            Path vti = directory.resolve("out.vti");
            assertEquals(0, convert(input, vti, chosen[0], "--overwrite").exitCode());
            assertTrue(Files.readString(vti, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("TimeValue"));
            Path again = directory.resolve("again.vtkhdf");
            assertEquals(0, convert(vti, again, "--overwrite").exitCode());
            assertSteps(again, List.of(Integer.parseInt(chosen[1])), Double.parseDouble(chosen[2]));
        }
        CliRun run = convert(input, directory.resolve("x.vti"), "--step=3");
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(
                run.err().contains("found --step 3, expected 0 to 2: there are 3 steps, of the times 0 to 1.5"),
                run.err());
    }

    @Test
    void aSeriesIsNotOneVtiFile() throws IOException {
        CliRun run = convert(golden("steps.pvd"), directory.resolve("out.vti"));
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(
                run.err()
                        .contains(
                                "out.vti: a .vti file holds one image; --step K or --time T chooses one, a .pvd file has"
                                        + " all steps"),
                run.err());
        assertFalse(Files.exists(directory.resolve("out.vti")));
    }

    @Test
    void aDryRunTellsStepsAndTimes() throws IOException {
        CliRun run = convert(golden("steps.pvd"), output(), "--dry-run");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(
                run.out()
                        .startsWith(
                                "would write " + output()
                                        + ": 3 steps, times 0 to 1.5, 4 x 3 x 2 points, 4 arrays, 1.17 kB (1170 bytes) of values;"),
                run.out());
        assertTrue(run.out().contains("times: 0 0.25 1.5"), run.out());
        assertFalse(Files.exists(output()));
    }

    @Test
    void progressTellsTheStep() throws IOException {
        CliRun run = convert(golden("steps.pvd"), output(), "--progress=json");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(
                run.err().contains("{\"event\":\"progress\",\"bytes\":1170,\"total\":1170,\"step\":2,\"steps\":3}"),
                run.err());
    }

    /** Parts of one image or several, not steps. */
    @ParameterizedTest
    @ValueSource(strings = {"part=\"0\" ;part=\"1\" ", "group=\"g\" ;group=\"h\" ", ";name=\"b\" "})
    void partsWithoutTimesAreNoSteps(String attributes) throws IOException {
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        Path input = pvd(directory.resolve("in.pvd"), "", "a.vti", "", "b.vti");
        String text = Files.readString(input);
        String[] each = attributes.split(";");
        Files.writeString(
                input, text.replace("file=\"a", each[0] + "file=\"a").replace("file=\"b", each[1] + "file=\"b"));
        assertRefused(
                4, "a composite data set, 'a.vti' and 'b.vti' without a timestep, expected one image", input, output());
    }

    @Test
    void aTimeThatIsNullIsNone() throws IOException {
        step("a.vti", 0, 9);
        step("b.vti", 1, 9);
        Path input = Files.writeString(
                directory.resolve("in.vti.series"),
                "{\"files\":[{\"name\":\"a.vti\",\"time\":null},{\"name\":\"b.vti\",\"time\":null}]}");
        CliRun run = convert(input, output());
        assertEquals(0, run.exitCode(), run.err());
        assertSteps(output(), List.of(0, 1), 0, 1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDryRunShowsNoControlCharacters() throws IOException {
        CliRun run = convert(golden("steps.pvd"), directory.resolve("o\u001b[7mut.vtkhdf"), "--dry-run");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().startsWith("would write "), run.out());
        assertFalse(run.out().contains("\u001b"), run.out());
    }
}
