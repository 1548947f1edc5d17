package io.vtkhdf.tests.reliability;

import io.vtkhdf.write.Commits;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Records runs of a writer, and shows what crashes would have left of them. */
public final class Replay {

    static final WriteOptions OPTIONS =
            WriteOptions.defaults().withThreads(2).withMemory(200).withCommits(Commits.everySlices(5));

    private final Subject subject;
    private final Path folder;

    public Replay(Subject subject, Path folder) {
        this.subject = subject;
        this.folder = folder;
    }

    /** Where the states are put. */
    Path written() {
        return subject.written(folder);
    }

    /** Writes the subject, or what is missing in {@link #written}. */
    CrashStates record(long seed, WriteOptions options, DiskImage before, SliceSets committed) throws Exception {
        Path output = Subject.output(folder);
        List<WriteLog.Entry> entries = new RecordedRun(subject, seed).write(output, options);
        subject.requireWhole(output);
        Files.delete(output);
        return new CrashStates(subject, entries, before, committed);
    }

    CrashStates record(long seed, WriteOptions options) throws Exception {
        Files.deleteIfExists(written()); // What was shown last.
        subject.prepare(folder);
        SliceSets prepared = subject.prepared();
        return record(seed, options, DiskImage.of(written()), prepared.count() == 0 ? null : prepared);
    }

    /** Shows what kills leave; returns how often. */
    public int showKilled(long seed, Onlooker onlooker) throws Exception {
        AtomicInteger shown = new AtomicInteger();
        record(seed, OPTIONS).killedAnywhere(3, state -> shown.addAndGet(show(state, onlooker)));
        return shown.get();
    }

    /** Shows what a machine that stops leaves of a durable file. */
    int showStopped(long seed, Onlooker onlooker) throws Exception {
        AtomicInteger shown = new AtomicInteger();
        record(seed, OPTIONS.withDurable(true))
                .stoppedAnywhere(2, new SplittableRandom(seed), state -> shown.addAndGet(show(state, onlooker)));
        return shown.get();
    }

    /** Returns how many files were opened: none where there was no commit yet. */
    private int show(CrashState state, Onlooker onlooker) throws IOException {
        if (!state.committed()) {
            return 0;
        }
        state.image().writeTo(written());
        try {
            state.judge(onlooker.slicesOf(written()));
        } catch (AssertionError | IOException e) {
            throw new AssertionError(state.place() + ": " + e, e);
        }
        return 1;
    }
}
