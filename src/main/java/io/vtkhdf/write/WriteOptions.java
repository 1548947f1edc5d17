package io.vtkhdf.write;

import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.Texts;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** How a file is written. Immutable. */
public final class WriteOptions {

    private static final int MOST_THREADS = 1024;
    private static final int LONGEST_SOURCE = 1000;

    private enum Flag {
        OVERWRITE,
        IN_PLACE,
        KEEP_EXTENT,
        FILL_MISSING,
        RESUME,
        DURABLE
    }

    private static final WriteOptions DEFAULTS = new WriteOptions(
            Set.of(),
            Storage.raw(),
            CommitInterval.of(Duration.ofSeconds(5)),
            DeflateEngine.AUTO,
            Runtime.getRuntime().availableProcessors(),
            1L << 30,
            OldestReader.NONE,
            Optional.empty(),
            bytes -> {});

    private final Set<Flag> flags;
    private final Storage storage;
    private final CommitInterval commits;
    private final DeflateEngine engine;
    private final int threads;
    private final long memory;
    private final OldestReader demand;
    private final Optional<String> source;
    private final LongConsumer listener;

    private WriteOptions(
            Set<Flag> flags,
            Storage storage,
            CommitInterval commits,
            DeflateEngine engine,
            int threads,
            long memory,
            OldestReader demand,
            Optional<String> source,
            LongConsumer listener) {
        this.flags = flags;
        this.storage = storage;
        this.commits = commits;
        this.engine = engine;
        this.threads = threads;
        this.memory = memory;
        this.demand = demand;
        this.source = source;
        this.listener = listener;
    }

    private WriteOptions with(Flag flag) {
        Set<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new WriteOptions(more, storage, commits, engine, threads, memory, demand, source, listener);
    }

    /** Raw storage; an existing file is an error; published at the end; the extent moved to 0; every slice required. */
    public static WriteOptions defaults() {
        return DEFAULTS;
    }

    /** How arrays are stored unless {@link ImageDataWriter#createArray(ArraySpec, Storage)} says otherwise. */
    public WriteOptions storage(Storage value) {
        return new WriteOptions(
                flags,
                Objects.requireNonNull(value, "storage"),
                commits,
                engine,
                threads,
                memory,
                demand,
                source,
                listener);
    }

    /**
     * An existing file is replaced: at the end, so that it stays whole if writing fails (unless written in place). So
     * is, at the start, what an interrupted run has left, unless it is {@linkplain #resume() resumed}.
     */
    public WriteOptions overwrite() {
        return with(Flag.OVERWRITE);
    }

    /** Written under its own name from the start instead of {@code NAME.part}, so that it can be opened meanwhile. */
    public WriteOptions inPlace() {
        return with(Flag.IN_PLACE);
    }

    /**
     * An extent that does not start at 0 is written as it is. VTK up to 9.6 misreads such files; by default the offset
     * is moved into the origin, which leaves every point where it was.
     */
    public WriteOptions keepExtent() {
        return with(Flag.KEEP_EXTENT);
    }

    /** Slices never written hold the fill value (NaN for floating-point types, else 0) instead of being an error. */
    public WriteOptions fillMissing() {
        return with(Flag.FILL_MISSING);
    }

    /**
     * What has been written is {@linkplain ImageDataWriter#commit() committed} again and again, so that it can be
     * opened (under the name {@link ImageDataWriter#partOf}, or in place) and is not lost if the process is killed: at
     * the end of the first call that writes slices after this time has passed, in the thread of that call. Default: 5
     * seconds. Of this and {@link #commitEvery(int)} the last one given counts.
     *
     * <p>A commit waits until the slices under way are written, and leaves the one before as dead space of the file.
     * Such commits are postponed so that all of them take no more than 1 MiB and a 32nd of the data written.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public WriteOptions commitEvery(Duration time) {
        return with(CommitInterval.of(time));
    }

    /**
     * As {@link #commitEvery(Duration)}, but when so many slices, of all arrays together, have been written since the
     * last commit.
     */
    public WriteOptions commitEvery(int slices) {
        return with(CommitInterval.of(slices));
    }

    /** Nothing is committed but by {@link ImageDataWriter#commit()} and {@link ImageDataWriter#finish()}. */
    public WriteOptions commitOnDemand() {
        return with(CommitInterval.NEVER);
    }

    private WriteOptions with(CommitInterval value) {
        return new WriteOptions(flags, storage, value, engine, threads, memory, demand, source, listener);
    }

    /**
     * {@link ImageDataWriter#create} goes on with what an interrupted run has left under the name
     * {@link ImageDataWriter#partOf} (or, {@link #inPlace()}, with the file itself, if it is unfinished) where its last
     * commit ends, or begins anew if there is nothing. Arrays that are created as they were have the slices that are
     * there, see {@link ArrayWriter#isWritten}; arrays, fields and roles that are not created again stay, fields and
     * roles that are given again replace those of the file. What is {@linkplain ImageDataWriter#abort given up} with
     * this option is committed, if that can be done, and kept. What is there and is not as it is written now is a
     * {@link ResumeMismatchException}.
     */
    public WriteOptions resume() {
        return with(Flag.RESUME);
    }

    /**
     * What the values are made from, such as a file's name and time. An unfinished file remembers it, and one that was
     * made from something else is not {@linkplain #resume() resumed}.
     *
     * @throws IllegalArgumentException if it is empty or longer than 1,000 characters, or holds a NUL or half a
     *     surrogate pair
     */
    public WriteOptions source(String description) {
        Texts.requireStorable("source", description);
        if (description.isEmpty() || description.length() > LONGEST_SOURCE) {
            throw new IllegalArgumentException(
                    "found a source of " + description.length() + " characters, expected 1 to " + LONGEST_SOURCE);
        }
        return new WriteOptions(
                flags, storage, commits, engine, threads, memory, demand, Optional.of(description), listener);
    }

    /**
     * Each commit reaches the disk before it ends, and its data before it begins, so that a file outlasts a failure of
     * the machine as it does one of the process; and so does the name that a finished file gets, where the system can
     * do that (not on Windows).
     */
    public WriteOptions durable() {
        return with(Flag.DURABLE);
    }

    /**
     * What compresses; default: {@link DeflateEngine#AUTO}.
     *
     * @throws UnsupportedOperationException if it does not work on this machine
     */
    public WriteOptions deflateEngine(DeflateEngine value) {
        if (!value.isAvailable()) {
            throw new UnsupportedOperationException("the deflate engine " + value + " does not load on this machine");
        }
        return new WriteOptions(flags, storage, commits, value, threads, memory, demand, source, listener);
    }

    /**
     * The number of threads that compress; the bytes of the file do not depend on it, but on the
     * {@linkplain #deflateEngine engine} and on when it was {@linkplain #commitEvery(Duration) committed} meanwhile.
     * Default: one a processor.
     */
    public WriteOptions threads(int value) {
        if (value < 1 || value > MOST_THREADS) {
            throw new IllegalArgumentException("found " + value + " threads, expected 1 to " + MOST_THREADS);
        }
        return new WriteOptions(flags, storage, commits, engine, value, memory, demand, source, listener);
    }

    /**
     * The bytes that buffers may take (default: 1 GiB, but never more than half of the heap's maximum); the least that
     * a job needs, two chunks' worth, is always taken.
     */
    public WriteOptions memory(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("at least 1 byte of memory, found " + bytes);
        }
        return new WriteOptions(flags, storage, commits, engine, threads, bytes, demand, source, listener);
    }

    /**
     * Refuses to write what this release of VTK or a newer one would not read right: {@link ImageDataWriter#create},
     * {@link ImageDataWriter#createArray(ArraySpec) createArray} and {@link ImageDataWriter#writeField writeField} then
     * throw an {@link UnsupportedFileException} that says why, before anything of it is written.
     */
    public WriteOptions oldestReader(VtkRelease release) {
        return demanding(release, Optional.empty());
    }

    /**
     * As {@link #oldestReader(VtkRelease)}, but writes all the same and tells.
     *
     * @param warnings gets one line for each array that would not be read right, in the thread that creates it
     */
    public WriteOptions oldestReader(VtkRelease release, Consumer<String> warnings) {
        Objects.requireNonNull(warnings, "warnings");
        return demanding(release, Optional.of(warnings));
    }

    private WriteOptions demanding(VtkRelease release, Optional<Consumer<String>> warnings) {
        return new WriteOptions(
                flags,
                storage,
                commits,
                engine,
                threads,
                memory,
                new OldestReader(Optional.of(release), warnings),
                source,
                listener);
    }

    /**
     * Hears whenever values of point and cell arrays have come to stand in the file, of how many bytes they are before
     * compression: what is called done should not be waiting to be compressed. Called by the threads that write, which
     * wait meanwhile, perhaps by several at once: it must not call the writer. What it throws ends the writing.
     */
    public WriteOptions progress(LongConsumer bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return new WriteOptions(flags, storage, commits, engine, threads, memory, demand, source, bytes);
    }

    /** How arrays are stored unless they are created with another storage. */
    public Storage storage() {
        return storage;
    }

    Set<OutputFile.Option> outputOptions() {
        Set<OutputFile.Option> options = EnumSet.noneOf(OutputFile.Option.class);
        if (overwrites()) {
            options.add(OutputFile.Option.OVERWRITE);
        }
        if (isInPlace()) {
            options.add(OutputFile.Option.IN_PLACE);
        }
        if (resumes()) {
            options.add(OutputFile.Option.RESUME);
        }
        if (durability() == Hdf5Writer.Durability.FORCED) {
            options.add(OutputFile.Option.DURABLE);
        }
        return options;
    }

    /** An image's geometry as it is written. */
    ImageGeometry written(ImageGeometry geometry) {
        return keepsExtent() ? geometry : geometry.zeroBased();
    }

    public boolean isInPlace() {
        return flags.contains(Flag.IN_PLACE);
    }

    public boolean keepsExtent() {
        return flags.contains(Flag.KEEP_EXTENT);
    }

    public boolean overwrites() {
        return flags.contains(Flag.OVERWRITE);
    }

    public boolean resumes() {
        return flags.contains(Flag.RESUME);
    }

    boolean fillsMissing() {
        return flags.contains(Flag.FILL_MISSING);
    }

    Hdf5Writer.Durability durability() {
        return flags.contains(Flag.DURABLE) ? Hdf5Writer.Durability.FORCED : Hdf5Writer.Durability.CACHED;
    }

    CommitInterval commits() {
        return commits;
    }

    DeflateEngine deflateEngine() {
        return engine;
    }

    int threads() {
        return threads;
    }

    Optional<String> source() {
        return source;
    }

    OldestReader demand() {
        return demand;
    }

    LongConsumer listener() {
        return listener;
    }

    long memory() {
        return Math.min(memory, Runtime.getRuntime().maxMemory() / 2);
    }
}
