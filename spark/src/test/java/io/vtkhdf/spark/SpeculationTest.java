package io.vtkhdf.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.plan.FinishOptions;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.spark.Sample.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twins of slow attempts, which Spark starts on another machine: two addresses of this one are two machines. */
@Tag("spark")
@Tag("once")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpeculationTest {

    private static TwoHosts hosts;
    private static JavaSparkContext context;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        hosts = new TwoHosts();
        context = Contexts.start(Contexts.conf(hosts.master())
                .set("spark.speculation", "true")
                .set("spark.speculation.interval", "100ms")
                .set("spark.speculation.minTaskRuntime", "300ms")
                .set("spark.speculation.quantile", "0.5"));
    }

    @AfterAll
    static void stop() {
        context.close();
        hosts.close();
    }

    /** The first attempt at a slab sleeps with half of it written; it is given up when its twin is done. */
    @ParameterizedTest
    @EnumSource
    void takesTheTwinOfASleepingAttempt(Form form) throws IOException {
        Path file = folder.resolve("image.vtkhdf");
        Path attempts = Files.createDirectory(folder.resolve("attempts"));
        SlabPlan plan = Sample.plan(file, form);
        String told = attempts.toString();
        VtkhdfSpark.of(context, plan)
                .withFinishOptions(FinishOptions.defaults()
                        .withConsolidate(form == Form.CONSOLIDATED)
                        .withVerify(true))
                .write(slab -> {
                    int attempt = TaskContext.get().attemptNumber();
                    int middle = slab.slab().first() + 1;
                    Files.createFile(Path.of(told, slab.number() + "-" + attempt));
                    Sample.write(slab, (association, k) -> {
                        if (slab.number() == 2 && attempt == 0 && k == middle) {
                            try {
                                TimeUnit.MINUTES.sleep(4);
                            } finally {
                                Files.createFile(Path.of(told, "ended"));
                            }
                        }
                    });
                });
        try (Stream<Path> files = Files.list(attempts)) {
            assertEquals(
                    2,
                    files.filter(each -> each.getFileName().toString().startsWith("2-"))
                            .count());
        }
        // Nothing that was given up is at work any more.
        assertTrue(Files.exists(attempts.resolve("ended")));
        Path alone = Files.createDirectory(folder.resolve("alone"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.filter(made -> made.getFileName().toString().startsWith("image"))
                    .toList()) {
                Files.move(each, alone.resolve(each.getFileName()));
            }
        }
        Sample.assertIsAsOfOne(alone.resolve("image.vtkhdf"), form);
    }
}
