package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.ArrayWriter;
import io.vtkhdf.VtkhdfException;
import io.vtkhdf.VtkhdfReader;
import io.vtkhdf.VtkhdfWriter;
import io.vtkhdf.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every prefix of what a writer does to its file is a file that opens, is exactly a commit, and can be completed. */
class ReplayTest {

    private static final Specimen SPECIMEN = Specimen.of(4, 3, 9);
    private static final WriteOptions OPTIONS =
            WriteOptions.defaults().threads(2).memory(200).commitEvery(5);

    @TempDir
    private Path folder;

    private Path output;
    private Path part;

    @BeforeEach
    void name() {
        output = folder.resolve("image.vtkhdf");
        part = folder.resolve("image.vtkhdf.part");
    }

    @Test
    void killedAnywhere() throws Exception {
        AtomicInteger states = new AtomicInteger();
        for (int seed = 0; seed < Campaign.rounds(1); seed++) {
            List<WriteLog.Entry> entries = new RecordedRun(SPECIMEN, seed).write(output, OPTIONS);
            Files.delete(output);
            SplittableRandom random = new SplittableRandom(seed);
            CrashStates crashes = new CrashStates(SPECIMEN, entries, new DiskImage(), null);
            crashes.killedAnywhere(3, state -> {
                states.incrementAndGet();
                judge(state, () -> {
                    requireCommit(state);
                    if (random.nextInt(Campaign.isLong() ? 1 : 4) == 0) {
                        resume(state);
                    }
                });
            });
        }
        Campaign.report("replay", states + " states after a kill, each opened and resumed");
    }

    private void requireCommit(CrashState state) throws IOException {
        if (state.committed()) {
            state.judge(SPECIMEN.slicesOf(part));
        } else {
            assertThrows(VtkhdfException.class, () -> VtkhdfReader.open(part));
        }
    }

    private void resume(CrashState state) throws IOException {
        try (VtkhdfWriter writer = VtkhdfWriter.create(output, SPECIMEN.geometry(), OPTIONS.resume())) {
            for (ArrayWriter array : SPECIMEN.create(writer)) {
                for (int k : array.missingSlices().toArray()) {
                    assertTrue(!state.required().of(array.spec().name()).get(k), "a slice to be written twice");
                    SPECIMEN.writeSlice(array, k);
                }
            }
            writer.finish();
        }
        SPECIMEN.requireWhole(output);
        Files.delete(output);
    }

    private void judge(CrashState state, CrashTest test) throws IOException {
        state.image().writeTo(part);
        try {
            test.run();
        } catch (AssertionError | IOException | RuntimeException e) {
            throw new AssertionError(state.place() + ": " + e, e);
        }
    }

    private interface CrashTest {
        void run() throws IOException;
    }
}
