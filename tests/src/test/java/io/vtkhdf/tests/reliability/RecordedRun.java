package io.vtkhdf.tests.reliability;

import io.vtkhdf.write.WriteOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A subject is written, in an order that follows from the seed, by several threads, and every operation recorded. */
final class RecordedRun {

    private static final int THREADS = 3;

    private final Subject subject;
    private final Random random;
    private final WriteLog log = new WriteLog();

    RecordedRun(Subject subject, long seed) {
        this.subject = subject;
        this.random = new Random(seed);
    }

    /**
     * Writes what is missing, and commits some three times, of a series in each step, beside the commits of the
     * options.
     */
    List<WriteLog.Entry> write(Path file, WriteOptions options) throws Exception {
        WatchedFiles files = new WatchedFiles();
        files.watchedBy(log);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (SubjectWriter writer = subject.open(files.path(file), options, log)) {
            for (List<SubjectSlice> slices = writer.next(); !slices.isEmpty(); slices = writer.next()) {
                for (List<SubjectSlice> part : quarters(slices)) {
                    writeAtOnce(threads, part);
                    writer.commit();
                }
            }
            writer.finish();
        } finally {
            threads.shutdownNow();
        }
        files.requireAllClosed();
        return log.entries();
    }

    private List<List<SubjectSlice>> quarters(List<SubjectSlice> all) {
        List<SubjectSlice> slices = new ArrayList<>(all);
        Collections.shuffle(slices, random);
        List<List<SubjectSlice>> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parts.add(slices.subList(slices.size() * i / 4, slices.size() * (i + 1) / 4));
        }
        return parts;
    }

    private void writeAtOnce(ExecutorService threads, List<SubjectSlice> slices) throws Exception {
        List<Future<?>> written = new ArrayList<>();
        for (SubjectSlice slice : slices) {
            written.add(threads.submit(() -> {
                slice.write(log);
                return null;
            }));
        }
        for (Future<?> one : written) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
    }
}
