package io.vtkhdf.runtime;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads that work beside the caller: daemons, named {@code vtkhdf-...}, that start when there is something to do and
 * end when there has been nothing for a second. Never those of Java's common pool, which belong to the application.
 *
 * <p>{@link #beside}, {@link #together} and {@link #each} share theirs with everybody; who must know that his threads
 * have ended has some of his own.
 */
public final class Workers implements AutoCloseable {

    /** Who waits for them is at it himself. */
    private static final Workers TOGETHER = new Workers("vtkhdf-read", Math.max(1, processors() - 1));

    /** Others, so that what is wanted now does not wait for what may be wanted later. */
    private static final Workers BESIDE = new Workers("vtkhdf-read", processors());

    /** So many wait for a network at once, beside the caller. */
    private static final int WAITING = 8;

    private static final Workers AT_NETWORK = new Workers("vtkhdf-fetch", WAITING);

    private static final Workers FOR_NETWORK = new Workers("vtkhdf-read", WAITING);

    /** What several threads do together, each taking a part of it until nothing is left. */
    @FunctionalInterface
    public interface Task {
        void run() throws IOException;
    }

    /** One of several tasks that are all alike. */
    @FunctionalInterface
    public interface NumberedTask {
        void run(long number) throws IOException;
    }

    private final int count;
    private final ExecutorService threads;

    /** @param name begins with {@code vtkhdf-} */
    public Workers(String name, int count) {
        this.count = count;
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(count, count, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    public static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    public int count() {
        return count;
    }

    public <T> Future<T> submit(Callable<T> task) {
        return threads.submit(task);
    }

    /** Lets another thread run a task, which throws nothing, when one is free. */
    public static void beside(Runnable task) {
        BESIDE.threads.execute(task);
    }

    /** Those that wait for a network and for nothing else; so whatever is submitted to them begins some time. */
    public static Workers atNetwork() {
        return AT_NETWORK;
    }

    /**
     * Runs a task in this thread and, as far as they are free, in others at the same time; none begins once one has
     * returned. Waits for all of them; an interrupt does not end this, and is kept for whoever asks next.
     *
     * @param workers how many threads at most, this one among them
     * @throws IOException the first one that was thrown; unchecked exceptions and errors likewise, also that no thread
     *     can be started
     */
    public static void together(int workers, Task task) throws IOException {
        together(TOGETHER.threads, workers, task);
    }

    static void together(Executor others, int workers, Task task) throws IOException {
        SharedTask shared = new SharedTask(task);
        try {
            for (int other = 1; other < workers; other++) {
                others.execute(shared);
            }
            shared.run();
        } catch (RuntimeException | Error e) {
            shared.giveUp(e);
        }
        shared.await();
    }

    /**
     * Runs so many tasks, several at the same time, and waits for them. After a failure no more are begun.
     *
     * @param workers how many threads at most, this one among them
     * @throws IOException as {@link #together}
     */
    public static void each(int workers, long tasks, NumberedTask task) throws IOException {
        each(TOGETHER, workers, tasks, task);
    }

    /** The same of tasks that wait for a network more than they work: more at a time than there are processors. */
    public static void eachWaiting(int workers, long tasks, NumberedTask task) throws IOException {
        each(FOR_NETWORK, workers, tasks, task);
    }

    /** How many of these are of use. */
    public static int mostWaiting() {
        return Math.max(processors(), WAITING);
    }

    private static void each(Workers others, int workers, long tasks, NumberedTask task) throws IOException {
        AtomicLong next = new AtomicLong();
        together(others.threads, (int) Math.min(workers, tasks), () -> {
            try {
                for (long i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    task.run(i);
                }
            } finally {
                next.set(tasks);
            }
        });
    }

    /** Ends the threads. Nobody may be waiting for them. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static final class SharedTask implements Runnable {
        private final Task task;
        private int atWork;
        private boolean over;
        private Throwable failure;

        SharedTask(Task task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (!begin()) {
                return;
            }
            Throwable thrown = null;
            try {
                task.run();
            } catch (IOException | RuntimeException | Error e) {
                thrown = e;
            } finally {
                end(thrown);
            }
        }

        /** Lets nobody begin who has not; whoever has goes on to his end. */
        synchronized void giveUp(Throwable thrown) {
            over = true;
            failure = failure == null ? thrown : failure;
        }

        private synchronized boolean begin() {
            if (!over) {
                atWork++;
            }
            return !over;
        }

        private synchronized void end(Throwable thrown) {
            giveUp(thrown);
            atWork--;
            notifyAll();
        }

        synchronized void await() throws IOException {
            boolean interrupted = false;
            while (atWork > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (failure != null) {
                throw PendingTasks.failure(failure);
            }
        }
    }
}
