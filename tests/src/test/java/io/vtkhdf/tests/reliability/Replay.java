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

    private final Specimen specimen;
    private final Path folder;

    public Replay(Specimen specimen, Path folder) {
        this.specimen = specimen;
        this.folder = folder;
    }

    /** Where the states are put. */
    Path part() {
        return folder.resolve("image.vtkhdf.part");
    }

    /** Writes the specimen, or what is missing in {@link #part}. */
    CrashStates record(long seed, WriteOptions options, DiskImage before, SliceSets committed) throws Exception {
        Path output = folder.resolve("image.vtkhdf");
        List<WriteLog.Entry> entries = new RecordedRun(specimen, seed).write(output, options);
        specimen.requireWhole(output);
        Files.delete(output);
        return new CrashStates(specimen, entries, before, committed);
    }

    CrashStates record(long seed, WriteOptions options) throws Exception {
        return record(seed, options, new DiskImage(), null);
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
        state.image().writeTo(part());
        try {
            state.judge(onlooker.slicesOf(part()));
        } catch (AssertionError | IOException e) {
            throw new AssertionError(state.place() + ": " + e, e);
        }
        return 1;
    }
}
