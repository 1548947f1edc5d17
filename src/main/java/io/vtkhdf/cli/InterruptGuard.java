package io.vtkhdf.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the process is told to end (Ctrl-C, {@code kill}) and holds the JVM until the guard is closed and the
 * command has said its last word, so that the work in hand can be given up in good order.
 */
final class InterruptGuard implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;
    private static final long LAST_WORD_SECONDS = 2;

    /** Of the process: what a command says of its interruption comes after its guard is closed. */
    private static final CountDownLatch LAST_WORD = new CountDownLatch(1);

    private static volatile boolean anyOpened;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "vtkhdf-interrupt");
    private volatile boolean interrupted;

    InterruptGuard() {
        anyOpened = true;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The command has ended and said why: nothing more is to come. */
    static void lastWordSaid() {
        LAST_WORD.countDown();
    }

    /** Whether a command has a guard, and so a word of its own. */
    static boolean isAnyOpened() {
        return anyOpened;
    }

    boolean isInterrupted() {
        return interrupted;
    }

    private void interrupted() {
        interrupted = true;
        try {
            if (closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LAST_WORD.await(LAST_WORD_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already, and the hook with it.
        }
    }
}
