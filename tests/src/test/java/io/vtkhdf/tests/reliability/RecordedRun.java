package io.vtkhdf.tests.reliability;

import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A specimen is written, in an order that follows from the seed, by several threads, and every operation recorded. */
final class RecordedRun {

    private static final int THREADS = 3;

    private final Specimen specimen;
    private final Random random;
    private final WriteLog log = new WriteLog();

    private record Slice(ArrayWriter array, int k) {}

    RecordedRun(Specimen specimen, long seed) {
        this.specimen = specimen;
        this.random = new Random(seed);
    }

    /** Writes what is missing, and commits some three times beside the commits of the options. */
    List<WriteLog.Entry> write(Path file, WriteOptions options) throws Exception {
        WatchedFiles files = new WatchedFiles();
        files.watchedBy(log);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (ImageDataWriter writer = ImageDataWriter.create(files.path(file), specimen.geometry(), options)) {
            List<Slice> slices = missing(specimen.create(writer));
            for (List<Slice> part : quarters(slices)) {
                writeAtOnce(threads, part);
                writer.commit();
            }
            writer.finish();
        } finally {
            threads.shutdownNow();
        }
        files.requireAllClosed();
        return log.entries();
    }

    private List<Slice> missing(List<ArrayWriter> arrays) {
        List<Slice> slices = new ArrayList<>();
        for (ArrayWriter array : arrays) {
            array.missingSlices().forEach(k -> slices.add(new Slice(array, k)));
        }
        Collections.shuffle(slices, random);
        return slices;
    }

    private static List<List<Slice>> quarters(List<Slice> slices) {
        List<List<Slice>> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parts.add(slices.subList(slices.size() * i / 4, slices.size() * (i + 1) / 4));
        }
        return parts;
    }

    private void writeAtOnce(ExecutorService threads, List<Slice> slices) throws Exception {
        List<Future<?>> written = new ArrayList<>();
        for (Slice slice : slices) {
            written.add(threads.submit(() -> {
                write(slice);
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

    private void write(Slice slice) throws IOException {
        String array = slice.array().spec().name();
        log.add(new WriteLog.Started(array, slice.k()));
        specimen.writeSlice(slice.array(), slice.k());
        log.add(new WriteLog.Done(array, slice.k()));
    }
}
