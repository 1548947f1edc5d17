package io.vtkhdf.runtime;

/** Memory for what several hold at the same time. Who waits for some must hold none. Thread-safe. */
public final class SharedMemory {

    private final long most;
    private long taken;

    /** @param most the bytes that may be taken, or more by one who finds that nobody holds any */
    public SharedMemory(long most) {
        this.most = most;
    }

    /** Takes some after waiting for it. An interrupt does not end this; it is kept for whoever asks next. */
    public synchronized void take(long bytes) {
        boolean interrupted = false;
        while (!tryTake(bytes)) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes some if it is there. */
    public synchronized boolean tryTake(long bytes) {
        if (taken > 0 && bytes > most - taken) {
            return false;
        }
        taken += bytes;
        return true;
    }

    public synchronized void giveBack(long bytes) {
        taken -= bytes;
        notifyAll();
    }

    /** The bytes that are held now. */
    public synchronized long taken() {
        return taken;
    }
}
