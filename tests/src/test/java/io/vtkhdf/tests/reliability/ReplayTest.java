package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.NotYetReadableException;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every prefix of what a writer does to its file is a file that opens, is exactly a commit, and can be completed. */
class ReplayTest {

    private static final WriteOptions OPTIONS = Replay.OPTIONS;

    @TempDir
    private Path folder;

    private Subject subject;
    private Replay replay;

    private void begin(Subjects kind) {
        subject = kind == Subjects.IMAGE ? Specimen.of(4, 3, 9) : kind.of(4, 3, 4, Campaign.isLong() ? 4 : 3);
        replay = new Replay(subject, folder);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPENDED_H5PY")
    void killedAnywhere(Subjects kind) throws Exception {
        begin(kind);
        AtomicInteger states = new AtomicInteger();
        for (int seed = 0; seed < Campaign.rounds(1); seed++) {
            CrashStates crashes = replay.record(seed, OPTIONS);
            SplittableRandom random = new SplittableRandom(seed);
            crashes.killedAnywhere(3, state -> {
                states.incrementAndGet();
                judge(state, Campaign.isLong() || random.nextInt(4) == 0);
            });
        }
        Campaign.report("replay", states + " states of " + kind + " after a kill, each opened and resumed");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPENDED_H5PY")
    void killedAnywhereWhenResumed(Subjects kind) throws Exception {
        begin(kind);
        AtomicInteger states = new AtomicInteger();
        for (int seed = 0; seed < Campaign.rounds(1); seed++) {
            CrashState first = anyState(replay.record(seed, OPTIONS), new SplittableRandom(seed));
            first.image().writeTo(replay.written());
            SliceSets committed = first.committed() ? subject.slicesOf(replay.written()) : null;
            CrashStates crashes = replay.record(seed + 1000L, OPTIONS.withResume(true), first.image(), committed);
            SplittableRandom random = new SplittableRandom(seed);
            crashes.killedAnywhere(1, state -> {
                states.incrementAndGet();
                judge(state, Campaign.isLong() || random.nextInt(4) == 0);
            });
        }
        Campaign.report("replay", states + " states of " + kind + " after a second kill, each opened and resumed");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPENDED_H5PY")
    void stoppedAnywhereWhenDurable(Subjects kind) throws Exception {
        begin(kind);
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
                "replay",
                states + " states of " + kind + " after the machine stopped, with --durable, each opened and resumed");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPENDED_H5PY")
    void stoppedAnywhereWhenDurableAndResumed(Subjects kind) throws Exception {
        begin(kind);
        AtomicInteger states = new AtomicInteger();
        for (int seed = 0; seed < Campaign.rounds(1); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<CrashState> stopped = new ArrayList<>();
            replay.record(seed, OPTIONS.withDurable(true)).stoppedAnywhere(1, random, stopped::add);
            CrashState first = stopped.get(random.nextInt(stopped.size()));
            first.image().writeTo(replay.written());
            SliceSets committed = first.committed() ? subject.slicesOf(replay.written()) : null;
            CrashStates crashes =
                    replay.record(seed + 1000L, OPTIONS.withDurable(true).withResume(true), first.image(), committed);
            crashes.stoppedAnywhere(1, random, state -> {
                states.incrementAndGet();
                judge(state, Campaign.isLong() || random.nextInt(4) == 0);
            });
        }
        Campaign.report(
                "replay",
                states + " states of " + kind + " after the machine stopped a second time, each opened and resumed");
    }

    /** Otherwise the tests above could not fail. */
    @Test
    void withoutForcingSomethingIsLost() throws Exception {
        begin(Subjects.IMAGE);
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
        state.image().writeTo(replay.written());
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
        if (!state.committed()) {
            assertThrows(FileContentException.class, () -> ImageDataReader.open(replay.written()));
            return;
        }
        try {
            state.judge(subject.slicesOf(replay.written()));
        } catch (NotYetReadableException e) {
            // Whoever resumes a series of which the very first commit is all that there is begins it anew.
            assertEquals(0, state.required().count(), e.getMessage());
        }
    }

    private void resume(CrashState state) throws IOException {
        Path output = Subject.output(folder);
        try (SubjectWriter writer = subject.open(output, OPTIONS.withResume(true), Progress.NONE)) {
            writer.writeAll(Progress.NONE);
            state.required().requireWithin(writer.found(), "were committed, and were to be written again");
        }
        subject.requireWhole(output);
        Files.delete(output);
    }
}
