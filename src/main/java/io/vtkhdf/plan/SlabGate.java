package io.vtkhdf.plan;

import io.vtkhdf.write.store.WritingGate;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Who may write to a slab when: several threads at once until it is closed, or something has failed, which every later
 * call repeats. Thread-safe.
 */
final class SlabGate implements WritingGate {

    private final ReentrantReadWriteLock lifecycle = new ReentrantReadWriteLock();
    private final Supplier<IllegalStateException> closed;
    private boolean isClosed;
    private volatile Throwable failure;

    /** @param closed what those are told who come too late */
    SlabGate(Supplier<IllegalStateException> closed) {
        this.closed = closed;
    }

    @Override
    public void startWriting() throws IOException {
        lifecycle.readLock().lock();
        try {
            requireUsable();
        } catch (IOException | RuntimeException e) {
            lifecycle.readLock().unlock();
            throw e;
        }
    }

    private void requireUsable() throws IOException {
        if (isClosed) {
            throw closed.get();
        }
        Throwable first = failure;
        if (first != null) {
            throw new IOException("the slab failed before: " + first.getMessage(), first);
        }
    }

    @Override
    public void endWriting() {
        lifecycle.readLock().unlock();
    }

    @Override
    public <T> T change(Change<T> change) throws IOException {
        try {
            return change.run();
        } catch (IOException | RuntimeException | Error e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** A step of writing. */
    interface Step {
        void run() throws IOException;
    }

    /**
     * Does two things that belong together: nobody closes between them.
     *
     * @param take may refuse what it is given, and then nothing is changed
     * @param change if it fails, every later call repeats that
     */
    void write(Step take, Step change) throws IOException {
        startWriting();
        try {
            take.run();
            change(() -> {
                change.run();
                return null;
            });
        } finally {
            endWriting();
        }
    }

    @Override
    public void commitIfDue(int slices) {
        // A slab is nobody's before its receipt.
    }

    /**
     * Lets nobody write any more, after doing what is last.
     *
     * @param check whether all was written, when nobody writes; if it fails, writing goes on
     */
    <T> T close(Runnable check, Change<T> last) throws IOException {
        lifecycle.writeLock().lock();
        try {
            requireUsable();
            check.run();
            T done = change(last);
            isClosed = true;
            return done;
        } finally {
            lifecycle.writeLock().unlock();
        }
    }

    /** Lets nobody write any more; returns whether somebody could until now. */
    boolean abort() {
        lifecycle.writeLock().lock();
        try {
            boolean wasOpen = !isClosed;
            isClosed = true;
            return wasOpen;
        } finally {
            lifecycle.writeLock().unlock();
        }
    }
}
