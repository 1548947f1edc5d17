package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.testing.HangGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Random rounds under contention, each from a seed of its own: for a second or so, or as long as the property
 * {@code vtkhdf.rounds} says, in seconds, beginning with the seed {@code vtkhdf.seed}.
 */
public final class Stress {

    private Stress() {}

    public interface Round {
        void run(Random random, LongAdder operations) throws Exception;
    }

    public static void repeat(String name, double ordinarySeconds, Round round) throws Exception {
        Integer seconds = Integer.getInteger("vtkhdf.rounds");
        long end = System.nanoTime() + (long) ((seconds == null ? ordinarySeconds : seconds) * 1e9);
        LongAdder operations = new LongAdder();
        long seed = Long.getLong("vtkhdf.seed", 1);
        int rounds = 0;
        do {
            try {
                round.run(new Random(seed), operations);
            } catch (Exception | AssertionError e) {
                throw new AssertionError(name + " with -Dvtkhdf.seed=" + seed + ": " + e.getMessage(), e);
            }
            seed++;
            rounds++;
        } while (System.nanoTime() < end);
        requireNoThreads("vtkhdf-chunk");
        if (seconds != null) {
            System.out.println(
                    "reliability threads: " + name + ": " + rounds + " rounds, " + operations + " operations");
        }
    }

    /** Starts all at once, each in a thread of its own. */
    public static List<FutureTask<Void>> start(List<Callable<Void>> tasks) {
        List<FutureTask<Void>> started = new ArrayList<>();
        for (Callable<Void> task : tasks) {
            FutureTask<Void> future = new FutureTask<>(task);
            started.add(future);
            Thread thread = new Thread(future, "stress-" + started.size());
            thread.setDaemon(true);
            thread.start();
        }
        return started;
    }

    public static void await(List<FutureTask<Void>> tasks) throws Exception {
        long end = System.nanoTime() + HangGuard.LIMIT.toNanos();
        AssertionError failure = null;
        for (FutureTask<Void> task : tasks) {
            try {
                task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                fail("hangs:\n" + dump());
            } catch (ExecutionException e) {
                failure = failure == null ? new AssertionError(e.getCause().toString(), e.getCause()) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    public static void run(List<Callable<Void>> tasks) throws Exception {
        await(start(tasks));
    }

    private static String dump() {
        return Thread.getAllStackTraces().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getKey().getState() + "\n    "
                        + List.of(entry.getValue()).stream()
                                .map(Object::toString)
                                .collect(Collectors.joining("\n    ")))
                .collect(Collectors.joining("\n"));
    }

    private static void requireNoThreads(String prefix) throws InterruptedException {
        long end = System.nanoTime() + HangGuard.LIMIT.toNanos();
        while (count(prefix) > 0 && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertEquals(0, count(prefix), "threads " + prefix + " are left");
    }

    private static long count(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }

    /** The values of a slice: never 0, some of them alike so that they can be compressed. */
    public static int[] values(ArraySpec spec, int slice, int count) {
        Random random = new Random(31L * spec.name().hashCode() + slice);
        return random.ints(count, 1, 1 << random.nextInt(1, 31)).toArray();
    }
}
