package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs a job once for each of its calls, which then goes wrong, and holds what comes of it against the promises. */
public final class FaultCampaign {

    private static final int SECONDS = 20;

    private final Path scratch;
    private final FaultJob job;
    private int injected;
    private int survived;

    public FaultCampaign(Path scratch, FaultJob job) {
        this.scratch = scratch;
        this.job = job;
    }

    /**
     * Lets each call go wrong in each way; in ordinary tests some of the calls, which are others each time round.
     *
     * @throws AssertionError telling of those after which a promise was broken
     */
    public void runAll() throws Exception {
        AssertionError broken = new AssertionError(job + ": promises were broken");
        int stride = Campaign.isLong() ? 1 : IoFault.Way.values().length;
        for (IoFault.Way way : IoFault.Way.values()) {
            run(way, way.ordinal(), stride, broken);
        }
        requireThreadsEnd(name -> true);
        Campaign.report("faults", job + ": " + injected + " calls failed, " + survived + " to no effect");
        if (broken.getSuppressed().length > 0) {
            throw broken;
        }
    }

    private void run(IoFault.Way way, int first, int stride, AssertionError broken) throws Exception {
        IoFault none = new IoFault(way, -1);
        assertNull(runWith(none), "a run without a fault");
        for (int call = first % stride; call < none.calls(); call += stride) {
            try {
                runOnce(way, call);
            } catch (AssertionError e) {
                broken.addSuppressed(e);
            }
        }
    }

    private void runOnce(IoFault.Way way, int call) throws Exception {
        IoFault fault = new IoFault(way, call);
        try {
            Throwable failure = runWith(fault);
            if (fault.failed() == null) {
                return; // Threads make a few calls more or less.
            }
            injected++;
            survived += failure == null ? 1 : 0;
            requireClear(failure, way);
        } catch (AssertionError | Exception e) {
            throw new AssertionError(fault + ": " + e, e);
        }
    }

    private Throwable runWith(IoFault fault) throws Exception {
        Path folder = Files.createTempDirectory(scratch, "run-");
        job.prepare(folder);
        WatchedFiles files = new WatchedFiles();
        files.watchedBy(fault);
        ExecutorService thread = Executors.newSingleThreadExecutor(run -> new Thread(run, "fault-run"));
        Throwable failure = null;
        try {
            thread.submit(() -> {
                        job.run(files.path(folder));
                        return null;
                    })
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            failure = e.getCause();
        } catch (TimeoutException e) {
            throw new AssertionError("hangs", e);
        } finally {
            thread.shutdownNow();
        }
        files.watchedBy(IoWatch.NONE);
        files.requireAllClosed();
        requireThreadsEnd(name -> !name.equals("vtkhdf-read")); // Those wait a second for more to do.
        try {
            job.judge(folder, failure, fault);
        } catch (AssertionError | Exception e) {
            if (failure != null) {
                e.addSuppressed(failure);
            }
            throw e;
        }
        delete(folder);
        return failure;
    }

    /** A failure is an IOException that names the file; a defect or a lack of memory may also come through as it is. */
    private static void requireClear(Throwable failure, IoFault.Way way) {
        if (failure == null
                || way == IoFault.Way.RUNTIME_EXCEPTION && failure instanceof IllegalStateException
                || way == IoFault.Way.OUT_OF_MEMORY && failure instanceof OutOfMemoryError) {
            return;
        }
        if (!(failure instanceof IOException)) {
            throw new AssertionError("found " + failure + ", expected an IOException", failure);
        }
        String message = String.valueOf(failure.getMessage());
        if (!message.contains("image") && !message.contains("run-")) {
            throw new AssertionError("names no file: " + failure, failure);
        }
    }

    private static void requireThreadsEnd(Predicate<String> names) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10); // Only threads that do not end take so long.
        List<String> ours = ourThreads(names);
        while (!ours.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(1);
            ours = ourThreads(names);
        }
        assertEquals(List.of(), ours, "threads that have not ended");
    }

    private static List<String> ourThreads(Predicate<String> names) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("vtkhdf-"))
                .filter(names)
                .toList();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
