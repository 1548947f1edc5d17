package io.vtkhdf.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the process is told to end (Ctrl-C, {@code kill}) and holds the JVM until the guard is closed, so that
 * the work in hand can be given up in good order.
 */
final class InterruptGuard implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "vtkhdf-interrupt");
    private volatile boolean interrupted;

    InterruptGuard() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isInterrupted() {
        return interrupted;
    }

    private void interrupted() {
        interrupted = true;
        try {
            closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
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
