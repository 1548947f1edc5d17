package io.vtkhdf.tests.reliability;

import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A file is written in place with frequent commits while somebody opens it again and again. */
public final class LiveView {

    private final Specimen specimen;
    private final Path file;

    /** Both guarded by this. */
    private final SliceSets started = new SliceSets();

    private SliceSets committed = new SliceSets();

    public LiveView(Specimen specimen, Path file) {
        this.specimen = specimen;
        this.file = file;
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
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (ImageDataWriter writer = ImageDataWriter.create(file, specimen.geometry(), options)) {
            Future<?> writing = thread.submit(() -> {
                write(writer);
                return null;
            });
            int openings = 0;
            SliceSets before = new SliceSets();
            for (boolean isLast = false; !isLast; openings++) {
                isLast = writing.isDone();
                before = look(onlooker, before);
            }
            writing.get();
            specimen.all().requireWithin(before, "are missing in the end");
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
            required = committed;
        }
        SliceSets seen = onlooker.slicesOf(file);
        required.requireWithin(seen, "were committed and are not seen");
        before.requireWithin(seen, "had been seen and are no more");
        synchronized (this) {
            seen.requireWithin(started, "are seen and were never written");
        }
        return seen;
    }

    private void write(ImageDataWriter writer) throws IOException, InterruptedException {
        List<ArrayWriter> arrays = specimen.create(writer);
        int slices = specimen.geometry().dimensions().z();
        for (int k = 0; k < slices; k++) {
            for (ArrayWriter array : arrays) {
                if (k < array.dimensions().z()) {
                    start(array, k);
                    specimen.writeSlice(array, k);
                }
            }
            if (k % 5 == 4) {
                writer.commit();
                noteCommit();
            }
            Thread.sleep(5);
        }
        writer.finish();
    }

    private synchronized void start(ArrayWriter array, int k) {
        started.add(array.spec().name(), k);
    }

    private synchronized void noteCommit() {
        committed = started.copy();
        specimen.keepWholeLayers(committed);
    }
}
