package io.vtkhdf.tests.reliability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Everything that was done to the one file that was written, in order, and what its writer knew meanwhile. */
final class WriteLog implements IoWatch, Progress {

    private static final int SUPERBLOCK_SIZE = 48;

    /** One entry. */
    sealed interface Entry {}

    /** Bytes were written. */
    record Write(long position, byte[] bytes) implements Entry {

        /** Whether it makes a commit valid: the one write that happens as a whole or not at all. */
        boolean isSuperblock() {
            return position == 0 && bytes.length == SUPERBLOCK_SIZE;
        }
    }

    /** The file was cut. */
    record Truncate(long size) implements Entry {}

    /** What was written before is on the disk. */
    record Force() implements Entry {}

    /** A call begins that writes a slice, or completes a step. */
    record Started(String array, int slice) implements Entry {}

    /** The call has returned. */
    record Done(String array, int slice) implements Entry {}

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized void started(String array, int slice) {
        entries.add(new Started(array, slice));
    }

    @Override
    public synchronized void done(String array, int slice) {
        entries.add(new Done(array, slice));
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Operations happen one at a time, so that the log has their order. */
    @Override
    public synchronized <T> T watch(IoCall call, Action<T> action) throws IOException {
        if (call.file().toString().endsWith(".scratch")) {
            return action.run();
        }
        return switch (call.kind()) {
            case WRITE -> write(call, action);
            case TRUNCATE -> run(action, new Truncate(call.position()));
            case FORCE -> run(action, new Force());
            default -> action.run();
        };
    }

    private <T> T run(Action<T> action, Entry entry) throws IOException {
        T result = action.run();
        entries.add(entry);
        return result;
    }

    private <T> T write(IoCall call, Action<T> action) throws IOException {
        ByteBuffer source = call.buffer().duplicate();
        T result = action.run();
        byte[] bytes = new byte[call.buffer().position() - source.position()];
        source.get(bytes);
        entries.add(new Write(call.position(), bytes));
        return result;
    }
}
