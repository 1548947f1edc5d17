package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of time series that h5py wrote; their values are those of {@code make_steps.py}. */
class SeriesCommandsTest {

    @TempDir
    private Path directory;

    private static Path steps(String name) {
        return resource("steps/" + name + ".h5");
    }

    private static Path resource(String name) {
        try {
            return Path.of(SeriesCommandsTest.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(CliRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    private static List<String> lines(CliRun run) {
        return run.out().lines().map(line -> line.replaceAll(" +", " ")).toList();
    }

    private CliRun slice(Path file, Object... options) {
        Object[] args = {"slice", file, "--array", "a", "--axis", "z", "--index", 1};
        Object[] all = Arrays.copyOf(args, args.length + options.length);
        System.arraycopy(options, 0, all, args.length, options.length);
        return CliRun.of(all);
    }

    @Test
    void infoTellsTimesAndSlabs() {
        CliRun run = CliRun.of("info", steps("base"));
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(lines(run).contains("steps 5"), run.out());
        assertTrue(lines(run).contains("times 0 0.1 0.2 0.3 0.5"), run.out());
        assertTrue(lines(run).contains("storage contiguous"), run.out());
        assertTrue(lines(run).contains("a points Int32 1 240 B 5"), run.out());
        assertTrue(lines(run).contains("c points Float64 1 96 B 1 (constant)"), run.out());
    }

    @Test
    void infoOfManyTimesIsShort() {
        assertTrue(lines(CliRun.of("info", steps("many")))
                .contains("times 0 0.125 0.25 0.375 0.5 0.625 0.75 0.875 … 1.375"));
    }

    @Test
    void jsonTellsTimesAndSlabs() throws IOException {
        JsonNode info = json(CliRun.of("info", "--json", steps("base")));
        assertEquals("[0.0,0.1,0.2,0.3,0.5]", info.get("times").toString());
        assertEquals("a", info.get("arrays").get(0).get("name").asText());
        assertEquals(5, info.get("arrays").get(0).get("slabs").asInt());
        assertEquals(1, info.get("arrays").get(1).get("slabs").asInt());
        assertEquals(12, info.get("arrays").get(1).get("tuples").asInt());
        JsonNode image = json(CliRun.of("info", "--json", steps("static")));
        assertFalse(image.has("times"));
        assertFalse(image.get("arrays").get(0).has("slabs"));
    }

    @Test
    void statisticsAreOfAllSteps() throws IOException {
        JsonNode arrays =
                json(CliRun.of("info", "--json", "--stats", steps("base"))).get("arrays");
        assertEquals(0, arrays.get(0).get("min").asLong());
        assertEquals(4112, arrays.get(0).get("max").asLong());
        assertEquals(2056, arrays.get(0).get("mean").asDouble());
        assertEquals(0.5, arrays.get(1).get("min").asDouble());
        assertEquals(11.5, arrays.get(1).get("max").asDouble());
        assertEquals(6, arrays.get(1).get("mean").asDouble());
        assertEquals(20.5, arrays.get(2).get("mean").asDouble());
    }

    /** Of the slabs 0 0 1 0; by the formula of make_series.py. */
    @Test
    void aSlabCountsAtEachOfItsSteps() throws IOException {
        JsonNode arrays = json(CliRun.of("info", "--json", "--stats", resource("series/slabs.h5")))
                .get("arrays");
        for (JsonNode array : arrays) {
            if (array.get("name").asText().equals("again")) {
                assertEquals(2, array.get("slabs").asInt());
                assertEquals(590, array.get("max").asDouble());
                assertEquals(2 + 7 * 1.5 + 31 + 503 / 4.0, array.get("mean").asDouble());
                return;
            }
        }
        throw new AssertionError(arrays);
    }

    @ParameterizedTest
    @CsvSource({
        "--step, 0, 0, 0",
        "--step, 4, 4, 0.5",
        "--time, 0.2, 2, 0.2",
        "--time, 0.29999, 2, 0.2",
        "--time, 0.3, 3, 0.3",
        "--time, -7, 0, 0",
        "--time, -Infinity, 0, 0",
        "--time, 1e9, 4, 0.5",
    })
    void sliceCutsOneStep(String option, String value, int step, String time) {
        Path file = steps("base");
        CliRun run = slice(file, option, value);
        String rows = String.format("%1$d100,%1$d101,%1$d102%n%1$d110,%1$d111,%1$d112%n".replace("%n", "\n"), step);
        assertEquals(step == 0 ? "100,101,102\n110,111,112\n" : rows, run.out());
        assertEquals(file + ": step " + step + " of 0 to 4, time " + time + System.lineSeparator(), run.err());
        assertEquals(0, run.exitCode());
    }

    @Test
    void sliceCutsTheFirstStepUnlessToldOtherwise() {
        assertEquals(slice(steps("base"), "--step", 0), slice(steps("base")));
        CliRun single = slice(steps("static"), "--time", 3);
        assertEquals("100,101,102\n110,111,112\n", single.out());
        assertEquals("", single.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base   | --step 5          | found --step 5, expected 0 to 4: there are 5 steps, of the times 0 to 0.5",
                "base   | --step=-1         | found --step -1, expected 0 to 4: there are 5 steps, of the times 0 to 0.5",
                "base   | --time NaN        | found --time NaN, expected a number: there are 5 steps, of the times 0 to 0.5",
                "base   | --step 1 --time 0 | found --step and --time, expected one of them",
                "static | --step 1          | found --step 1, expected 0: there is one step, of the time 0"
            })
    void aStepThatIsNotThere(String name, String options, String message) {
        CliRun run = slice(steps(name), (Object[]) options.split(" "));
        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        String place = options.contains(" --time") ? "" : steps(name) + ": ";
        assertEquals("vtkhdf: " + place + message, run.err().lines().findFirst().orElseThrow());
    }

    /** The values of "c" are the same at all steps. */
    @Test
    void aPictureTellsItsStep() throws IOException {
        Path[] pictures = new Path[2];
        for (int step = 0; step < 2; step++) {
            pictures[step] = directory.resolve(step + ".png");
            CliRun run = CliRun.of(
                    "slice",
                    steps("base"),
                    "--array",
                    "c",
                    "--axis",
                    "z",
                    "--index",
                    0,
                    "--step",
                    step,
                    "-o",
                    pictures[step]);
            assertEquals(0, run.exitCode(), run.err());
            assertTrue(run.err().contains(pictures[step] + ": step " + step + " of 0 to 4, time 0"), run.err());
        }
        assertTrue(Files.mismatch(pictures[0], pictures[1]) > 0);
    }

    @Test
    void framesOfAllStepsAndSlices() throws IOException {
        Path names = directory.resolve("s%d.npy");
        assertEquals(0, slice(steps("base"), "--step", "1:3:2", "-o", names).exitCode());
        assertTrue(Files.exists(directory.resolve("s1.npy")) && Files.exists(directory.resolve("s3.npy")));
        CliRun run = CliRun.of(
                "slice",
                steps("base"),
                "--array",
                "a",
                "--axis",
                "z",
                "--index",
                ":",
                "--step",
                ":",
                "-o",
                directory.resolve("t%d_z%d.png"));
        assertEquals(0, run.exitCode(), run.err());
        // The values are those of all steps: step 4, z 3 has the largest, step 0, z 0 the smallest.
        assertEquals(
                1,
                run.err()
                        .lines()
                        .filter(line -> line.contains("colours"))
                        .map(line -> line.substring(line.indexOf("colours")))
                        .distinct()
                        .count());
        assertTrue(Files.exists(directory.resolve("t4_z1.png")));
        Path montage = directory.resolve("montage.png");
        assertEquals(
                0,
                slice(steps("base"), "--step", ":", "--montage", "-o", montage).exitCode());
        assertEquals(
                2,
                slice(steps("base"), "--step", ":", "-o", montage, "--overwrite")
                        .exitCode());
    }

    @ParameterizedTest
    @CsvSource({"bash, --step --time", "zsh, *--time[", "fish, -l step -r -f"})
    void shellsCompleteTheOptions(String shell, String part) {
        assertTrue(CliRun.of("completion", shell).out().contains(part));
    }

    @ParameterizedTest
    @CsvSource({"base, base", "base, unshared", "unshared, base", "many, many"})
    void theSameSeries(String a, String b) throws IOException {
        CliRun run = CliRun.of("diff", steps(a), steps(b));
        assertEquals(0, run.exitCode(), run.out() + run.err());
        assertEquals("the same: " + (a.equals("many") ? 12 : 5) + " steps" + System.lineSeparator(), run.out());
        JsonNode json = json(CliRun.of("diff", "--json", steps(a), steps(b)));
        assertTrue(json.get("same").asBoolean());
        assertEquals(0, json.get("steps").size());
    }

    @Test
    void aValueOfAStep() throws IOException {
        CliRun run = CliRun.of("diff", steps("base"), steps("value"));
        assertEquals(1, run.exitCode());
        assertEquals(
                List.of(
                        "Step 3, time 0.3:",
                        "array values differ largest relative rms",
                        "point 'a' 12 1 8.3 % 4 0.00128783 1.1547",
                        "",
                        "array largest at component in A in B",
                        "point 'a' 2 0 1 0 3102 3106",
                        "",
                        "different: 1 of 3 arrays",
                        "",
                        "different: 1 of 5 steps"),
                lines(run));
        JsonNode json = json(CliRun.of("diff", "--json", steps("base"), steps("value")));
        assertFalse(json.get("same").asBoolean());
        assertEquals(5, json.get("stepsInA").asInt());
        assertEquals(5, json.get("stepsInB").asInt());
        assertEquals(5, json.get("stepsCompared").asInt());
        assertEquals(1, json.get("stepsDiffering").asInt());
        JsonNode step = json.get("steps").get(0);
        assertEquals(3, step.get("step").asInt());
        assertEquals(0.3, step.get("timeInA").asDouble());
        assertTrue(step.get("sameTime").asBoolean());
        assertFalse(step.get("arrays").get(0).get("same").asBoolean());
        assertEquals("3106", step.get("arrays").get(0).get("largest").get("b").asText());
        assertEquals(
                0,
                CliRun.of("diff", steps("base"), steps("value"), "--tolerance", 4)
                        .exitCode());
        assertEquals(
                0,
                CliRun.of("diff", steps("base"), steps("value"), "--array", "c").exitCode());
    }

    @Test
    void times() {
        CliRun all = CliRun.of("diff", steps("base"), steps("times"));
        assertEquals(1, all.exitCode());
        assertTrue(lines(all).contains("time 0.2 0.200000001"), all.out());
        assertTrue(lines(all).contains("time 0.5 0.51"), all.out());
        assertTrue(lines(all).contains("different: the time, 0 of 3 arrays"), all.out());
        assertTrue(lines(all).contains("different: 2 of 5 steps"), all.out());
        CliRun coarse = CliRun.of("diff", steps("base"), steps("times"), "--tolerance", "1e-6");
        assertTrue(lines(coarse).contains("different: 1 of 5 steps"), coarse.out());
        assertEquals(
                0,
                CliRun.of("diff", steps("base"), steps("times"), "--relative", "0.02")
                        .exitCode());
    }

    @Test
    void anotherNumberOfSteps() throws IOException {
        CliRun fewer = CliRun.of("diff", steps("base"), steps("fewer"));
        assertEquals(1, fewer.exitCode());
        assertEquals(
                List.of("different: the number of steps (A has 5, B has 3), 0 of 3 steps that both have"),
                lines(fewer));
        assertFalse(json(CliRun.of("diff", "--json", steps("fewer"), steps("base")))
                .get("same")
                .asBoolean());
        CliRun one = CliRun.of("diff", steps("static"), steps("base"));
        assertEquals(1, one.exitCode());
        assertEquals(
                List.of("different: the number of steps (A has 1, B has 5), 0 of 1 step that both have"), lines(one));
    }

    @Test
    void ofManyStepsTheFirstAreToldInFull() throws IOException {
        CliRun run = CliRun.of("diff", steps("many"), steps("many-others"));
        assertEquals(1, run.exitCode());
        assertEquals(
                10, lines(run).stream().filter(line -> line.startsWith("Step ")).count());
        assertTrue(lines(run).contains("2 more steps differ (--json tells of all)"), run.out());
        assertTrue(lines(run).contains("different: 12 of 12 steps"), run.out());
        assertEquals(
                12,
                json(CliRun.of("diff", "--json", steps("many"), steps("many-others")))
                        .get("steps")
                        .size());
    }

    /** Which has the arrays "a" and others of that name at other steps. */
    @Test
    void anArrayThatAStepLacksIsNamed() {
        Path flaws = resource("series/flaws.h5");
        CliRun run = CliRun.of("diff", flaws, flaws, "--array", "too few");
        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.err().contains("too few"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals(0, CliRun.of("diff", flaws, flaws, "--array", "good").exitCode());
    }

    @ParameterizedTest
    @CsvSource({
        "vti, type=\"Float32\" Name=\"p\", type=\"Int32\" Name=\"p\", PointData 'p': found 1 x Int32",
        "vtkhdf, type=\"Float32\" Name=\"p\", type=\"Int32\" Name=\"p\", PointData 'p': found 1 x Int32",
        "vti, Name=\"p\", Name=\"q\", PointData 'p': found no such array",
        "vtkhdf, Name=\"p\", Name=\"q\", PointData 'p': found no such array",
    })
    void statisticsAreOfStepsThatAreAlike(String extension, String text, String other, String message)
            throws IOException {
        Path series = StepFiles.pvd(directory.resolve("in.pvd"), "0", "a." + extension, "1", "b." + extension);
        StepFiles.vti(directory.resolve("a.vti"), 0, "");
        Path odd = StepFiles.vti(directory.resolve("b.vti"), 1, "");
        Files.writeString(odd, Files.readString(odd).replace(text, other));
        for (String step : List.of("a", "b")) {
            CliRun.of("convert", directory.resolve(step + ".vti"), directory.resolve(step + ".vtkhdf"));
        }
        assertEquals(0, CliRun.of("info", series).exitCode());
        CliRun run = CliRun.of("info", "--stats", series);
        assertEquals(4, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(directory.resolve("b." + extension) + ": " + message), run.err());
    }

    /** The steps of some have a field array TimeValue, those of others have their times elsewhere. */
    @Test
    void aSeriesIsTheSameInEveryFormat() throws IOException {
        Path pvd = StepFiles.pvd(directory.resolve("in.pvd"), "0.5", "a.vti", "1.5", "b.vti");
        StepFiles.vti(directory.resolve("a.vti"), 0, StepFiles.timeValue(0.5) + StepFiles.field("Time", 0.5));
        StepFiles.vti(directory.resolve("b.vti"), 1, StepFiles.timeValue(1.5) + StepFiles.field("Time", 1.5));
        Path converted = directory.resolve("out.vtkhdf");
        assertEquals(0, CliRun.of("convert", pvd, converted).exitCode());
        Path back = directory.resolve("back.pvd");
        assertEquals(0, CliRun.of("convert", converted, back).exitCode());
        for (Path[] pair : new Path[][] {{pvd, converted}, {converted, back}, {back, pvd}}) {
            CliRun run = CliRun.of("diff", pair[0], pair[1]);
            assertEquals(0, run.exitCode(), run.out());
            assertEquals(List.of("the same: 2 steps"), lines(run));
        }
    }

    @Test
    void theTimeOfTheOnlyStepIsCompared() throws IOException {
        StepFiles.vti(directory.resolve("a.vti"), 0, "");
        Path one = StepFiles.pvd(directory.resolve("one.pvd"), "1", "a.vti");
        Path two = StepFiles.pvd(directory.resolve("two.pvd"), "2", "a.vti");
        CliRun run = CliRun.of("diff", one, two);
        assertEquals(1, run.exitCode(), run.out());
        assertTrue(lines(run).contains("time 1.0 2.0"), run.out());
        assertTrue(lines(run).contains("different: 1 of 1 step"), run.out());
        assertEquals(0, CliRun.of("diff", one, one).exitCode());
        assertEquals(0, CliRun.of("diff", "--tolerance=1", one, two).exitCode());

        Path converted = directory.resolve("one.vtkhdf");
        assertEquals(0, CliRun.of("convert", one, converted).exitCode());
        assertEquals(0, CliRun.of("diff", one, converted).exitCode());
        assertEquals(1, CliRun.of("diff", converted, two).exitCode());

        Path[] files = {resource("series/single.h5"), resource("series/single-scalar.h5")};
        CliRun ofVtkhdf = CliRun.of("diff", "--array=plain", files[0], files[1]);
        assertEquals(1, ofVtkhdf.exitCode(), ofVtkhdf.err());
        assertTrue(lines(ofVtkhdf).contains("time 2.5 4.0"), ofVtkhdf.out());
    }

    /** Two images have fields, not times. */
    @Test
    void theTimeOfAnImageIsAField() throws IOException {
        Path a = StepFiles.vti(directory.resolve("a.vti"), 0, StepFiles.timeValue(1));
        Path b = StepFiles.vti(directory.resolve("b.vti"), 0, StepFiles.timeValue(2));
        assertEquals(1, CliRun.of("diff", a, b).exitCode());
        assertEquals(0, CliRun.of("diff", "--array=p", a, b).exitCode());
        assertEquals(1, CliRun.of("diff", "--array=TimeValue", a, b).exitCode());
    }
}
