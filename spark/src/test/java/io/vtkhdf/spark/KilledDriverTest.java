package io.vtkhdf.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.plan.FinishOptions;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.spark.Sample.Form;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A driver that is killed between the last receipt and the finish; and the next one. */
@Tag("spark")
@Tag("once")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledDriverTest {

    private static JavaSparkContext context;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        context = Contexts.start("local[2,4]");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @ParameterizedTest
    @EnumSource
    void leavesWhatTheNextOneReplaces(Form form) throws IOException, InterruptedException {
        Path file = folder.resolve("image.vtkhdf");
        Path left = folder.resolve("image.vtkhdf" + (form == Form.RAW ? ".part" : ".parts"));
        assertEquals(KilledDriver.EXIT_CODE, runKilled(file, form));
        assertFalse(Files.exists(file));
        assertTrue(Files.exists(left));

        IOException e = assertThrows(FileAlreadyExistsException.class, () -> Sample.plan(file, form));
        assertTrue(e.getMessage().contains(left.getFileName().toString()), e.getMessage());
        assertTrue(e.getMessage().toLowerCase(java.util.Locale.ROOT).contains("overwrite"), e.getMessage());

        SlabPlan again = Sample.plan(file, form, form.options().withOverwrite(true));
        VtkhdfSpark.of(context, again)
                .withFinishOptions(FinishOptions.defaults().withConsolidate(form == Form.CONSOLIDATED))
                .write(Sample::write);
        Sample.assertIsAsOfOne(file, form);
    }

    private int runKilled(Path file, Form form) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-") && !option.startsWith("-agent"))
                .toList());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                KilledDriver.class.getName(),
                file.toString(),
                form.name()));
        Path said = Files.createTempFile("killed-driver", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(process.waitFor(4, TimeUnit.MINUTES));
        if (process.exitValue() != KilledDriver.EXIT_CODE) {
            throw new AssertionError(Files.readString(said));
        }
        Files.delete(said);
        return process.exitValue();
    }
}
