package io.vtkhdf.cli;

import io.vtkhdf.cli.option.ExitCode;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the process is told to end (Ctrl-C, {@code kill}), gives up the work in hand at once, and holds the JVM
 * until the command has said its last word. What is finished by then stays finished: then the process ends as if nobody
 * had told it to. A second signal ends it as it stands.
 */
final class InterruptGuard implements AutoCloseable {

    /** Work is given up in much less, unless the disk hangs. */
    private static final long PATIENCE_SECONDS = 5;

    /** Of the process: what a command says of its interruption comes after its guard is closed. */
    private static final CountDownLatch LAST_WORD = new CountDownLatch(1);

    private static volatile boolean anyOpened;
    private static volatile int exitCode;

    private final Set<Runnable> waysOut = ConcurrentHashMap.newKeySet();
    private final Thread hook = new Thread(this::interrupted, "vtkhdf-interrupt");
    private volatile boolean interrupted;

    InterruptGuard() {
        anyOpened = true;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The command has ended and said why: nothing more is to come. */
    static void lastWordSaid(int code) {
        exitCode = code;
        LAST_WORD.countDown();
    }

    /** Whether a command has a guard, and so a word of its own. */
    static boolean isAnyOpened() {
        return anyOpened;
    }

    boolean isInterrupted() {
        return interrupted;
    }

    /** Something that takes its time. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Works, and calls {@code giveUp}, from another thread, if the process is told to end meanwhile or was before. */
    <T> T unlessInterrupted(Runnable giveUp, Work<T> work) throws IOException {
        waysOut.add(giveUp);
        if (interrupted) {
            giveUp.run();
        }
        try {
            return work.run();
        } finally {
            waysOut.remove(giveUp);
        }
    }

    /** Gives up the work in hand, and what comes after it. */
    void giveUp(Executor how) {
        interrupted = true;
        waysOut.forEach(how::execute);
    }

    /** Each waits for its own file. */
    private static void beside(Runnable wayOut) {
        Thread thread = new Thread(wayOut, "vtkhdf-give-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void interrupted() {
        interrupted = true;
        SecondSignal.ends();
        giveUp(InterruptGuard::beside);
        try {
            if (LAST_WORD.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && exitCode != ExitCode.INTERRUPTED) {
                Runtime.getRuntime().halt(exitCode); // It came too late.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already, and the hook with it.
        }
    }
}
