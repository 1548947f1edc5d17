package io.vtkhdf.tests.reliability;

import io.vtkhdf.write.Commits;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A file is written in place with frequent commits while somebody opens it again and again. */
public final class LiveView implements Progress {

    private static final int COMMIT_SLICES = 25;
    private static final int PAUSE_SLICES = 5;

    private final Subject subject;
    private final Path folder;

    /** All guarded by this. */
    private final SliceSets started = new SliceSets();

    private final SliceSets done = new SliceSets();
    private SliceSets committed = new SliceSets();

    public LiveView(Subject subject, Path folder) {
        this.subject = subject;
        this.folder = folder;
    }

    /**
     * Writes it all, and looks at it until it is finished, and once more.
     *
     * @return how often it was opened
     * @throws AssertionError if an opening failed, or showed what is not written, or lacked what was committed before
     *     or had been seen before
     */
    public int watch(Onlooker onlooker) throws Exception {
        WriteOptions options = WriteOptions.defaults()
                .withInPlace(true)
                .withThreads(2)
                .withMemory(1 << 16)
                .withCommits(Commits.everySlices(7));
        subject.prepare(folder);
        started.add(subject.prepared());
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (SubjectWriter writer = subject.open(Subject.output(folder), options, this)) {
            Future<?> writing = thread.submit(() -> {
                write(writer);
                return null;
            });
            int openings = 0;
            SliceSets before = subject.shown(subject.prepared());
            for (boolean isLast = false; !isLast; openings++) {
                isLast = writing.isDone();
                before = look(onlooker, before);
            }
            writing.get();
            subject.shown(subject.all()).requireWithin(before, "are missing in the end");
            return openings;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            thread.shutdownNow();
        }
    }

    private SliceSets look(Onlooker onlooker, SliceSets before) throws IOException {
        SliceSets required;
        synchronized (this) {
            required = subject.shown(committed);
        }
        SliceSets seen = onlooker.slicesOf(Subject.output(folder));
        required.requireWithin(seen, "were committed and are not seen");
        before.requireWithin(seen, "had been seen and are no more");
        synchronized (this) {
            seen.requireWithin(started, "are seen and were never written");
        }
        return seen;
    }

    private void write(SubjectWriter writer) throws IOException, InterruptedException {
        int written = 0;
        for (List<SubjectSlice> slices = writer.next(); !slices.isEmpty(); slices = writer.next()) {
            for (SubjectSlice slice : slices) {
                slice.write(this);
                written++;
                if (written % COMMIT_SLICES == 0) {
                    writer.commit();
                    noteCommit();
                }
                if (written % PAUSE_SLICES == 0) {
                    Thread.sleep(5);
                }
            }
        }
        writer.finish();
    }

    @Override
    public synchronized void started(String what, int number) {
        started.add(what, number);
    }

    @Override
    public synchronized void done(String what, int number) {
        done.add(what, number);
    }

    private synchronized void noteCommit() {
        committed = done.copy();
        subject.keepCommitted(committed);
    }
}
