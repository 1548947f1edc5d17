package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.cli.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series that VTK has written, converted; h5py and numpy look at every value of every step. */
@Tag("h5py")
class SeriesConversionTest {

    private static final Path FILES =
            Path.of(System.getProperty("basedir", "")).resolve("../src/test/resources/step-files");

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @CsvSource({
        "steps.pvd, out.vtkhdf, --compress=none",
        "steps.pvd, out.vtkhdf, --compress=gzip",
        "steps.pvd, out.vtkhdf, '--chunk=2,2,3'",
        "one-file.vti, out.vtkhdf, --compress=none",
        "one-file-zlib.vti, out.vtkhdf, --checksum",
        "one-file-base64-zlib.vti, out.vtkhdf, --compress=fast",
        "steps.pvd, out.npy, --array=p",
        "one-file-base64.vti, out.npy, --array=p",
    })
    void everyValueOfEveryStep(String input, String name, String option) throws IOException, InterruptedException {
        Path output = scratch.resolve(name);
        Tool.run(
                scratch,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "convert",
                        FILES.resolve(input).toString(),
                        output.toString(),
                        option));
        List<String> command = new ArrayList<>(
                List.of(Tool.python(), Tool.pythonScript("judge_steps.py").toString(), output.toString()));
        command.addAll(List.of("0", "0.25", "1.5"));
        assertEquals("", Tool.run(scratch, command));
    }
}
