package io.vtkhdf.cli;

/** Says that the process was told to end, unless the command has ended or has a guard and says so itself. */
final class InterruptWord extends Thread {

    private volatile boolean needless;

    InterruptWord() {
        super("vtkhdf-interrupted");
        Runtime.getRuntime().addShutdownHook(this);
    }

    /** The command has ended. */
    void keep() {
        needless = true;
    }

    @Override
    public void run() {
        if (!needless && !InterruptGuard.isAnyOpened()) {
            System.err.println("vtkhdf: interrupted");
        }
    }
}
