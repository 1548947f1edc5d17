package io.vtkhdf.cli.view;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Work of which only the latest is wanted, such as a plane while its slider is moved: what came before is interrupted,
 * and reading hears that. Thread-safe.
 */
final class LatestOnly {

    /** Something else was asked for meanwhile. */
    static final class SupersededException extends RuntimeException {
        private static final long serialVersionUID = 1;

        SupersededException() {
            super("something else was asked for meanwhile");
        }
    }

    interface Work<T> {
        T run() throws IOException;
    }

    private record Running(Thread thread, long serial) {}

    private final Map<String, Running> running = new HashMap<>();

    /**
     * Works, unless or until something later of the same kind is asked for.
     *
     * @param kind such as a plane of a page
     * @param serial grows with each request of a kind
     * @throws SupersededException if something later was asked for, after what an interruption led to
     */
    <T> T run(String kind, long serial, Work<T> work) throws IOException {
        Running mine = begin(kind, serial);
        try {
            T result = work.run();
            requireWanted(kind, mine);
            return result;
        } catch (IOException | RuntimeException e) {
            requireWanted(kind, mine);
            throw e;
        } finally {
            end(kind, mine);
        }
    }

    private synchronized Running begin(String kind, long serial) {
        Running before = running.get(kind);
        if (before != null && before.serial > serial) {
            throw new SupersededException();
        } else if (before != null) {
            before.thread.interrupt();
        }
        Running mine = new Running(Thread.currentThread(), serial);
        running.put(kind, mine);
        return mine;
    }

    private synchronized void requireWanted(String kind, Running mine) {
        if (running.get(kind) != mine) {
            throw new SupersededException();
        }
    }

    private synchronized void end(String kind, Running mine) {
        running.remove(kind, mine);
        // From here on nobody interrupts it for this work.
        Thread.interrupted();
    }
}
