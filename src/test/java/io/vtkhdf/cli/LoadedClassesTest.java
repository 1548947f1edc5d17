package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a command that is over in a moment takes is the loading of its classes, so that these are counted, by what
 * brings many along. The limits leave room for other releases of Java, and for a few classes more; a stream, or a
 * number that is formatted, where there was none goes beyond them.
 */
class LoadedClassesTest {

    private static final Path SAMPLE = Path.of("..", "docs", "sample", "sample.vti");

    private static final Pattern LOADED = Pattern.compile("\\[class,load *] (\\S+) source: ");

    /** Every number's symbols, and a date's. */
    private static final List<String> LOCALES =
            List.of("java.text.DecimalFormatSymbols", "sun.util.locale.provider.", "sun.util.cldr.");
    /** Methods of records that Java makes at run time. */
    private static final List<String> RECORDS = List.of("java.lang.runtime.ObjectMethods");

    private static final List<String> DATES = List.of("java.time.");
    private static final List<String> DATABASES = List.of("java.sql.");
    private static final List<String> STREAMS = List.of("java.util.stream.");
    private static final List<String> PATTERNS = List.of("java.util.regex.");
    private static final List<String> PICOCLI = List.of("picocli.");
    private static final List<String> OURS = List.of("io.vtkhdf.");
    private static final List<String> ALL = List.of("");

    @TempDir
    private Path directory;

    private Path image;

    @BeforeEach
    void image() {
        image = directory.resolve("sample.vtkhdf");
        CliRun run = CliRun.of("convert", SAMPLE, image);
        assertEquals(0, run.exitCode(), run.err());
    }

    /** Of its own, without those that Java makes of lambdas. */
    private record Loaded(String command, List<String> classes, int lambdas) {

        void atMost(int most, List<String> kind) {
            List<String> found = classes.stream()
                    .filter(name -> kind.stream().anyMatch(name::startsWith))
                    .toList();
            assertTrue(
                    found.size() <= most,
                    () -> command + " loads " + found.size() + ", at most " + most + ": " + found);
        }

        void lambdasAtMost(int most) {
            assertTrue(lambdas <= most, command + " makes " + lambdas + " lambdas, at most " + most);
        }
    }

    private static Loaded of(Object... args) throws Exception {
        List<String> options = List.of(
                "-Xlog:class+load:stdout",
                "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                "-Dslf4j.internal.verbosity=WARN");
        Spawned run = Spawned.run(Spawned.command(options, args));
        assertEquals(0, run.exitCode(), run.said());
        List<String> classes = new ArrayList<>();
        int lambdas = 0;
        for (MatchResult line : LOADED.matcher(run.said()).results().toList()) {
            if (!line.group(1).contains("$$Lambda")) {
                classes.add(line.group(1));
            } else if (line.group(1).startsWith("io.vtkhdf.")) {
                lambdas++;
            }
        }
        return new Loaded(List.of(args).toString(), classes, lambdas);
    }

    @Test
    void version() throws Exception {
        Loaded loaded = of("--version");
        assertAll(
                () -> loaded.atMost(0, LOCALES),
                () -> loaded.atMost(0, RECORDS),
                () -> loaded.atMost(0, DATES),
                () -> loaded.atMost(0, DATABASES),
                () -> loaded.atMost(15, STREAMS),
                () -> loaded.atMost(40, PATTERNS),
                () -> loaded.atMost(150, PICOCLI),
                () -> loaded.atMost(45, OURS),
                () -> loaded.lambdasAtMost(10),
                () -> loaded.atMost(1600, ALL));
    }

    /** JHDF multiplies the sizes of attributes by a stream; picocli has patterns for names of options. */
    @Test
    void info() throws Exception {
        Loaded loaded = of("info", image);
        assertAll(
                () -> loaded.atMost(0, LOCALES),
                () -> loaded.atMost(0, RECORDS),
                () -> loaded.atMost(0, DATES),
                () -> loaded.atMost(0, DATABASES),
                () -> loaded.atMost(26, STREAMS),
                () -> loaded.atMost(40, PATTERNS),
                () -> loaded.atMost(155, PICOCLI),
                () -> loaded.atMost(215, OURS),
                () -> loaded.lambdasAtMost(50),
                () -> loaded.atMost(1800, ALL));
    }

    @Test
    void validateDiffAndSlice() throws Exception {
        for (Loaded loaded : List.of(
                of("validate", image),
                of("diff", image, image),
                of(
                        "slice",
                        image,
                        "--array",
                        "density",
                        "--axis",
                        "z",
                        "--index",
                        8,
                        "-o",
                        directory.resolve("a.npy")))) {
            assertAll(
                    () -> loaded.atMost(0, LOCALES),
                    () -> loaded.atMost(0, RECORDS),
                    () -> loaded.atMost(0, DATES),
                    () -> loaded.atMost(0, DATABASES),
                    () -> loaded.atMost(260, OURS),
                    () -> loaded.lambdasAtMost(145));
        }
    }

    @Test
    void convert() throws Exception {
        Loaded loaded = of("convert", "--quiet", SAMPLE, directory.resolve("again.vtkhdf"));
        assertAll(
                () -> loaded.atMost(0, LOCALES),
                () -> loaded.atMost(0, RECORDS),
                () -> loaded.atMost(0, DATABASES),
                () -> loaded.atMost(30, DATES), // of files
                () -> loaded.atMost(155, PICOCLI),
                () -> loaded.atMost(400, OURS),
                () -> loaded.lambdasAtMost(285));
    }
}
