package io.vtkhdf.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.write.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers and drivers in processes of their own, which are killed at moments that a seed chooses, or doubled. */
class KilledWorkersTest extends PlanFixture {

    private static final int SLABS = 3;

    private final Random random = new Random(Long.getLong("vtkhdf.seed", 1));

    private SlabPlan plan;
    private Path planFile;

    private void plan(String how) throws IOException {
        Storage storage = how.equals("raw") ? Storage.raw() : Storage.gzip(4);
        plan = SlabPlan.create(file, IMAGE, ARRAYS, options(SLABS, storage).withPageAlignment(false));
        planFile = Files.writeString(directory.resolve("plan.json"), plan.toJson());
    }

    private Process start(Object... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx32m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SlabProcess.class.getName()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path receipt(int slab) {
        return directory.resolve("receipt-" + slab + ".json");
    }

    private Process worker(int slab) throws IOException {
        return start("slab", planFile, slab, receipt(slab));
    }

    private static void assertEnds(Process process) throws IOException, InterruptedException {
        process.getInputStream().readAllBytes();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    /** Kills a process when it has said so many lines, and as many microseconds more. */
    private static void killAfter(Process process, int lines, int micros) throws Exception {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (int line = 0; line < lines && said.readLine() != null; line++) {
                // read on
            }
            TimeUnit.MICROSECONDS.sleep(micros);
            process.destroyForcibly().waitFor();
        }
    }

    private Object[] finishing(String how) {
        List<Object> args = new ArrayList<>(List.of("finish", planFile, how));
        for (int slab = 0; slab < SLABS; slab++) {
            args.add(receipt(slab));
        }
        return args.toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "gzip"})
    void killedWorkersAreStartedAgain(String how) throws Exception {
        plan(how);
        for (int slab = 0; slab < SLABS; slab++) {
            int lines = 3 * (plan.slab(slab).count() - 1);
            killAfter(worker(slab), 1 + random.nextInt(lines), random.nextInt(2000));
            Files.deleteIfExists(receipt(slab)); // Of who was done before it was killed, on a busy machine.
        }
        assertFalse(Files.exists(file));
        for (int slab = 0; slab < SLABS; slab++) { // Two attempts at the same slab at the same time.
            Process one = worker(slab);
            Process twin = worker(slab);
            assertEnds(one);
            assertEnds(twin);
        }
        assertEnds(start(finishing("verify")));
        assertSameBytes(single(how.equals("raw") ? Storage.raw() : Storage.gzip(4)), file);
        assertFalse(Files.exists(plan.written()));
    }

    /** Before it has done anything, and then while it is at it, until one comes to its end. */
    @ParameterizedTest
    @ValueSource(strings = {"raw", "gzip"})
    void aKilledDriverIsStartedAgain(String how) throws Exception {
        plan(how);
        for (SlabReceipt receipt : writeAll(plan)) {
            Files.writeString(receipt(receipt.slab()), receipt.toJson());
        }
        for (int attempt = 0; attempt < 4; attempt++) {
            killAfter(start(finishing("plain")), 1, attempt * 20_000 + random.nextInt(20_000));
        }
        assertEnds(start(finishing("plain")));
        assertEnds(start(finishing("verify")));
        assertSameBytes(single(how.equals("raw") ? Storage.raw() : Storage.gzip(4)), file);
        assertFalse(Files.exists(plan.written()));
    }

    @Test
    void anAbandonedPlanLeavesNothingOfAKilledWorker() throws Exception {
        plan("raw");
        killAfter(worker(1), 5, 0);
        assertFalse(Files.exists(file));
        plan.abandon();
        try (var files = Files.list(directory)) {
            assertEquals(List.of(planFile), files.toList());
        }
    }
}
