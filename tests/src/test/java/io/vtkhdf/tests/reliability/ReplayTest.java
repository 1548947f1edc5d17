package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every prefix of what a writer does to its file is a file that opens, is exactly a commit, and can be completed. */
class ReplayTest {

    private static final Specimen SPECIMEN = Specimen.of(4, 3, 9);
    private static final WriteOptions OPTIONS = Replay.OPTIONS;

    @TempDir
    private Path folder;

    private Path output;
    private Path part;
    private Replay replay;

    @BeforeEach
    void name() {
        output = folder.resolve("image.vtkhdf");
        replay = new Replay(SPECIMEN, folder);
        part = replay.part();
    }

    @Test
    void killedAnywhere() throws Exception {
        AtomicInteger states = new AtomicInteger();
        for (int seed = 0; seed < Campaign.rounds(1); seed++) {
            CrashStates crashes = replay.record(seed, OPTIONS);
            SplittableRandom random = new SplittableRandom(seed);
            crashes.killedAnywhere(3, state -> {
                states.incrementAndGet();
                judge(state, Campaign.isLong() || random.nextInt(4) == 0);
            });
        }
        Campaign.report("replay", states + " states after a kill, each opened and resumed");
    }

    @Test
    void killedAnywhereWhenResumed() throws Exception {
        AtomicInteger states = new AtomicInteger();
        for (int seed = 0; seed < Campaign.rounds(1); seed++) {
            CrashState first = anyState(replay.record(seed, OPTIONS), new SplittableRandom(seed));
            first.image().writeTo(part);
            SliceSets committed = first.committed() ? SPECIMEN.slicesOf(part) : null;
            CrashStates crashes = replay.record(seed + 1000L, OPTIONS.withResume(true), first.image(), committed);
            SplittableRandom random = new SplittableRandom(seed);
            crashes.killedAnywhere(1, state -> {
                states.incrementAndGet();
                judge(state, Campaign.isLong() || random.nextInt(4) == 0);
            });
        }
        Campaign.report("replay", states + " states after a second kill, each opened and resumed");
    }

    @Test
    void stoppedAnywhereWhenDurable() throws Exception {
        AtomicInteger states = new AtomicInteger();
        for (int seed = 0; seed < Campaign.rounds(1); seed++) {
            CrashStates crashes = replay.record(seed, OPTIONS.withDurable(true));
            SplittableRandom random = new SplittableRandom(seed);
            crashes.stoppedAnywhere(2, random, state -> {
                states.incrementAndGet();
                judge(state, Campaign.isLong() || random.nextInt(4) == 0);
            });
        }
        Campaign.report(
                "replay", states + " states after the machine stopped, with --durable, each opened and resumed");
    }

    @Test
    void stoppedAnywhereWhenDurableAndResumed() throws Exception {
        AtomicInteger states = new AtomicInteger();
        for (int seed = 0; seed < Campaign.rounds(1); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<CrashState> stopped = new ArrayList<>();
            replay.record(seed, OPTIONS.withDurable(true)).stoppedAnywhere(1, random, stopped::add);
            CrashState first = stopped.get(random.nextInt(stopped.size()));
            first.image().writeTo(part);
            SliceSets committed = first.committed() ? SPECIMEN.slicesOf(part) : null;
            CrashStates crashes =
                    replay.record(seed + 1000L, OPTIONS.withDurable(true).withResume(true), first.image(), committed);
            crashes.stoppedAnywhere(1, random, state -> {
                states.incrementAndGet();
                judge(state, Campaign.isLong() || random.nextInt(4) == 0);
            });
        }
        Campaign.report("replay", states + " states after the machine stopped a second time, each opened and resumed");
    }

    /** Otherwise the tests above could not fail. */
    @Test
    void withoutForcingSomethingIsLost() throws Exception {
        CrashStates crashes = replay.record(7, OPTIONS);
        assertThrows(
                AssertionError.class,
                () -> crashes.stoppedAnywhere(2, new SplittableRandom(7), state -> judge(state, false)));
    }

    private static CrashState anyState(CrashStates crashes, SplittableRandom random) throws IOException {
        List<CrashState> states = new ArrayList<>();
        crashes.killedAnywhere(1, states::add);
        return states.get(random.nextInt(states.size()));
    }

    private void judge(CrashState state, boolean isResumed) throws IOException {
        state.image().writeTo(part);
        try {
            requireCommit(state);
            if (isResumed) {
                resume(state);
            }
        } catch (AssertionError | IOException | RuntimeException e) {
            throw new AssertionError(state.place() + ": " + e, e);
        }
    }

    private void requireCommit(CrashState state) throws IOException {
        if (state.committed()) {
            state.judge(SPECIMEN.slicesOf(part));
        } else {
            assertThrows(FileContentException.class, () -> ImageDataReader.open(part));
        }
    }

    private void resume(CrashState state) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(output, SPECIMEN.geometry(), OPTIONS.withResume(true))) {
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
}
