package io.vtkhdf.write;

import io.vtkhdf.chunk.ChunkPipeline;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.write.EarlierFile;
import io.vtkhdf.hdf5.write.Group;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.write.store.SlabBuffers;
import io.vtkhdf.write.store.StagedCopy;
import io.vtkhdf.write.store.StoreTools;
import io.vtkhdf.write.store.WritingGate;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;

/**
 * The life of a file that is written: who may write when, when it is committed, and how it ends. Thread-safe; slices
 * are written by several threads at once, and what changes or ends the file waits for them.
 *
 * <p>Whether the file can be written is asked of this class, which knows it in this order:
 *
 * <ol>
 *   <li>{@link State}: open, until it is finished or given up, and never again. What comes later is an
 *       {@link IllegalStateException}.
 *   <li>The failure of {@link Hdf5Writer}: the first one that {@link #change} has seen, wherever it arose, and what is
 *       open throws it again. It wakes the pipeline, whose threads ask for it.
 *   <li>{@link ChunkPipeline} and {@link SlabBuffers} are closed, and {@link Hdf5Writer} after them, once the state is
 *       no longer open: whoever is still at them hears of the state. Nobody else closes them. One case is earlier: a
 *       file that is given up and can be resumed is committed once more, and before that, while the state is still
 *       open, the pipeline is abandoned, so that nobody waits for what has no place in the file. Whoever is at the
 *       pipeline then hears what he will hear of the state, {@link #closed}.
 *   <li>{@link OutputFile} is released last. That it was published, or is about to be, only tells what becomes of the
 *       file's name.
 * </ol>
 */
final class WriterSession implements WritingGate {

    private enum State {
        OPEN,
        FINISHED,
        ABORTED
    }

    private final WriteOptions options;
    private final WriteListener listener;
    private final OutputFile output;
    private final Hdf5Writer file;
    private final FileContents contents;
    private final ChunkPipeline pipeline;
    private final SlabBuffers slabs;
    private final StoreTools tools;
    private final CommitSchedule schedule;
    private final ReentrantReadWriteLock lifecycle = new ReentrantReadWriteLock();
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    /** The file that was finished before, if more is added to one. */
    private final Optional<EarlierFile> earlier;

    /** Whether there has been a commit but the very first, which holds nothing. */
    private volatile boolean committed;

    private final Object givingUp = new Object();
    /** Set in a thread that is writing while its listener hears of it. */
    private final ThreadLocal<Boolean> telling = new ThreadLocal<>();

    WriterSession(
            WriteOptions options, WriteListener listener, OutputFile output, Hdf5Writer file, FileContents contents) {
        this(options, listener, output, file, contents, Optional.empty());
    }

    /** @param earlier a finished file, which stays as it was until it is committed; empty if there is none */
    WriterSession(
            WriteOptions options,
            WriteListener listener,
            OutputFile output,
            Hdf5Writer file,
            FileContents contents,
            Optional<EarlierFile> earlier) {
        this.earlier = earlier;
        this.options = options;
        this.listener = listener;
        this.output = output;
        this.file = file;
        this.contents = contents;
        long memory = options.memoryInHeap() / 2;
        this.pipeline = new ChunkPipeline(file, options.deflateEngine()::open, options.threads(), memory, listener());
        StagedCopy staged = new StagedCopy();
        this.slabs = new SlabBuffers(output.written(), memory, staged);
        this.tools = new StoreTools(file, pipeline, slabs, staged, listener());
        this.schedule = new CommitSchedule(options.commits());
    }

    OutputFile output() {
        return output;
    }

    Hdf5Writer file() {
        return file;
    }

    /** What its arrays share. */
    StoreTools tools() {
        return tools;
    }

    /** Hears of values that have reached the file. */
    private LongConsumer listener() {
        return bytes -> {
            telling.set(true);
            try {
                listener.written(bytes);
            } finally {
                telling.remove();
            }
        };
    }

    CommitSchedule schedule() {
        return schedule;
    }

    /**
     * Does what changes the file, or what it is to become. This alone decides what is final: if it ends early, by
     * whatever but that the file is given up, nobody knows how much of it was done, and every later call repeats the
     * failure. What is refused is refused before.
     */
    @Override
    public <T> T change(Change<T> change) throws IOException {
        try {
            return change.run();
        } catch (IOException e) {
            IOException failure = fail(e);
            requireOpen(); // What fails since it was given up meanwhile is a call at the wrong time.
            throw failure;
        } catch (ChunkPipeline.ClosedException e) {
            throw closed(); // It is being given up: what has its place in the file is whole, and can be committed.
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    private IOException fail(Throwable e) {
        try {
            return file.fail(e);
        } finally {
            pipeline.wake();
        }
    }

    <T> T exclusively(Change<T> change) throws IOException {
        lifecycle.writeLock().lock();
        try {
            requireHealthy();
            return change.run();
        } catch (IOException e) {
            throw unlessAborted(e);
        } finally {
            lifecycle.writeLock().unlock();
        }
    }

    @Override
    public void startWriting() throws IOException {
        lifecycle.readLock().lock();
        try {
            requireHealthy();
        } catch (IOException e) {
            lifecycle.readLock().unlock();
            throw unlessAborted(e);
        } catch (RuntimeException e) {
            lifecycle.readLock().unlock();
            throw e;
        }
    }

    /** What fails because the file was given up meanwhile is a call at the wrong time. */
    private IOException unlessAborted(IOException e) {
        if (state.get() == State.ABORTED) {
            requireOpen();
        }
        return e;
    }

    @Override
    public void endWriting() {
        lifecycle.readLock().unlock();
    }

    private void requireHealthy() throws IOException {
        requireOpen();
        file.requireHealthy();
    }

    private void requireOpen() {
        if (state.get() != State.OPEN) {
            throw closed();
        }
    }

    private IllegalStateException closed() {
        return new IllegalStateException(ShownText.of(output.target().toString()) + ": the writer is closed");
    }

    boolean isOpen() {
        return state.get() == State.OPEN;
    }

    /** The very first commit. */
    void begin() throws IOException {
        Group root = contents.root();
        schedule.committed(file.commit(root), root.treeBytes());
        file.growAhead();
        contents.open(options.source());
    }

    /** Commits because somebody wants it. */
    void commit() throws IOException {
        exclusively(this::commitTree);
    }

    @Override
    public void commitIfDue(int slices) throws IOException {
        if (!schedule.isDue(slices, 0, file.dataBytes())) {
            return;
        }
        lifecycle.writeLock().lock();
        try {
            if (isOpen()) { // Somebody may have ended it since the slices were written.
                commitTree();
            }
        } finally {
            schedule.ended();
            lifecycle.writeLock().unlock();
        }
    }

    /** To be called exclusively when a step was completed. */
    void commitIfStepDue() throws IOException {
        if (schedule.isDue(0, 1, file.dataBytes())) {
            try {
                commitTree();
            } finally {
                schedule.ended();
            }
        }
    }

    private Void commitTree() throws IOException {
        return change(() -> {
            pipeline.drain();
            contents.settle();
            return commitPlaced();
        });
    }

    /** What stands in the file by now, be it that chunks are missing. */
    private Void commitPlaced() throws IOException {
        return change(() -> {
            long before = file.dataBytes();
            Group root = contents.root();
            long told = file.dataBytes() - before;
            schedule.committed(file.commit(root) + told, root.treeBytes());
            committed = true;
            file.growAhead();
            return null;
        });
    }

    /** The last commit, and the file gets its name. To be called exclusively. */
    void finish() throws IOException {
        change(() -> {
            pipeline.drain();
            contents.settle();
            contents.finish();
            file.commit(contents.root());
            committed = true;
            file.trim();
            return null;
        });
        if (!state.compareAndSet(State.OPEN, State.FINISHED)) {
            requireOpen(); // It was given up meanwhile.
        }
        try {
            output.publish();
        } finally {
            release();
        }
    }

    /**
     * Waits for nobody who compresses: what has no place in the file yet is dropped. A listener that gives up does so
     * in a thread that is writing, for which there is no commit to wait.
     */
    void abort() {
        try {
            if (options.resumes() && isOpen() && telling.get() == null) {
                commitIfPossible();
            }
        } finally {
            giveUp();
        }
    }

    /** Whoever comes second waits until the first has let go of the file. */
    private void giveUp() {
        synchronized (givingUp) {
            if (state.compareAndSet(State.OPEN, State.ABORTED)) {
                try {
                    keepOrDelete();
                } catch (IOException e) {
                    // There is nothing left to save.
                }
            }
        }
    }

    private void keepOrDelete() throws IOException {
        try {
            if (!isKept() && earlier.isPresent()) {
                committed = !earlier.get().restore(file);
            } else if (isKept()) {
                trimIfPossible();
            } else {
                output.delete();
            }
        } finally {
            release();
        }
    }

    /** What is wrong with a file that was closed without being finished, and is given up. */
    IllegalStateException unfinished() {
        String fate = ", so it was not written";
        if (isKept()) {
            fate = "; what there is of it is " + output.written();
        } else if (earlier.isPresent()) {
            fate = ", so it is as it was";
        }
        return new IllegalStateException(ShownText.of(output.target() + ": closed without finish()" + fate));
    }

    /** Whether something stays of what was written to a file that is given up. */
    boolean isKept() {
        return earlier.isEmpty() && options.resumes() || committed;
    }

    private void trimIfPossible() {
        try {
            if (output.isLocked()) {
                file.trim();
            }
        } catch (IOException e) {
            // It is as good with some zeros behind its end.
        }
    }

    /** Otherwise the last commit stands. */
    private void commitIfPossible() {
        try {
            pipeline.abandon();
            exclusively(this::commitPlaced);
        } catch (IOException | IllegalStateException e) {
            // Whoever gives up knows why.
        }
    }

    private void release() throws IOException {
        try (slabs;
                file) {
            pipeline.close();
        } finally {
            output.release();
        }
    }
}
