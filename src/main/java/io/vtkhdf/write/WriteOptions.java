package io.vtkhdf.write;

import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.Texts;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.runtime.Workers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;

/**
 * How a file is written. Immutable, compared by value; each {@code with…} returns other options and leaves these as
 * they are.
 */
public final class WriteOptions {

    private static final int MOST_THREADS = 1024;
    private static final int LONGEST_SOURCE = 1000;

    private enum Flag {
        OVERWRITE,
        IN_PLACE,
        KEEP_EXTENT,
        FILL_MISSING,
        RESUME,
        DURABLE,
        WARN
    }

    private static final WriteOptions DEFAULTS = new WriteOptions(new Draft());

    private final Set<Flag> flags;
    private final Storage storage;
    private final Commits commits;
    private final DeflateEngine engine;
    private final int threads;
    private final long memory;
    private final Optional<VtkRelease> oldest;
    private final Optional<String> source;

    /** Options to be, which begin as the defaults. */
    private static final class Draft {
        final Set<Flag> flags = EnumSet.noneOf(Flag.class);
        Storage storage = Storage.raw();
        Commits commits = Commits.every(Duration.ofSeconds(5));
        DeflateEngine engine = DeflateEngine.AUTO;
        int threads = Math.min(Workers.processors(), MOST_THREADS);
        long memory = MemoryBudget.WRITE_BUFFERS.bytes();
        Optional<VtkRelease> oldest = Optional.empty();
        Optional<String> source = Optional.empty();
    }

    private WriteOptions(Draft draft) {
        this.flags = EnumSet.copyOf(draft.flags);
        this.storage = draft.storage;
        this.commits = draft.commits;
        this.engine = draft.engine;
        this.threads = draft.threads;
        this.memory = draft.memory;
        this.oldest = draft.oldest;
        this.source = draft.source;
    }

    private WriteOptions with(Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.flags.addAll(flags);
        draft.storage = storage;
        draft.commits = commits;
        draft.engine = engine;
        draft.threads = threads;
        draft.memory = memory;
        draft.oldest = oldest;
        draft.source = source;
        change.accept(draft);
        return new WriteOptions(draft);
    }

    private WriteOptions with(Flag flag, boolean value) {
        return with(draft -> {
            if (value) {
                draft.flags.add(flag);
            } else {
                draft.flags.remove(flag);
            }
        });
    }

    /** Raw storage; an existing file is an error; published at the end; the extent moved to 0; every slice required. */
    public static WriteOptions defaults() {
        return DEFAULTS;
    }

    /** How arrays are stored unless {@link ImageDataWriter#createArray(ArraySpec, Storage)} says otherwise. */
    public WriteOptions withStorage(Storage value) {
        Objects.requireNonNull(value, "storage");
        return with(draft -> draft.storage = value);
    }

    /**
     * Whether an existing file is replaced: at the end, so that it stays whole if writing fails (unless written in
     * place). So is, at the start, what an interrupted run has left, unless it is {@linkplain #withResume resumed}.
     */
    public WriteOptions withOverwrite(boolean value) {
        return with(Flag.OVERWRITE, value);
    }

    /**
     * Whether the file is written under its own name from the start instead of {@code NAME.part}, so that it can be
     * opened meanwhile.
     */
    public WriteOptions withInPlace(boolean value) {
        return with(Flag.IN_PLACE, value);
    }

    /**
     * Whether an extent that does not start at 0 is written as it is. VTK up to 9.6 misreads such files; by default the
     * offset is moved into the origin, which leaves every point where it was.
     */
    public WriteOptions withKeepExtent(boolean value) {
        return with(Flag.KEEP_EXTENT, value);
    }

    /**
     * Whether slices never written hold the fill value (NaN for floating-point types, else 0) instead of being an
     * error.
     */
    public WriteOptions withFillMissing(boolean value) {
        return with(Flag.FILL_MISSING, value);
    }

    /**
     * When what has been written is {@linkplain ImageDataWriter#commit() committed} by itself, so that it can be opened
     * (under the name {@link ImageDataWriter#partOf}, or in place) and is not lost if the process is killed. Default:
     * {@linkplain Commits#every every} 5 seconds. A commit waits until the slices under way are written, and leaves the
     * one before as dead space of the file.
     */
    public WriteOptions withCommits(Commits value) {
        Objects.requireNonNull(value, "commits");
        return with(draft -> draft.commits = value);
    }

    /**
     * Whether {@link ImageDataWriter#create} goes on with what an interrupted run has left under the name
     * {@link ImageDataWriter#partOf} (or, {@linkplain #withInPlace in place}, with the file itself, if it is
     * unfinished) where its last commit ends, or begins anew if there is nothing. Arrays that are created as they were
     * have the slices that are there, see {@link ArrayWriter#isWritten}; arrays, fields and roles that are not created
     * again stay, fields and roles that are given again replace those of the file. What is
     * {@linkplain ImageDataWriter#abort given up} with this option is committed, if that can be done, and kept. What is
     * there and is not as it is written now is a {@link ResumeMismatchException}.
     */
    public WriteOptions withResume(boolean value) {
        return with(Flag.RESUME, value);
    }

    /**
     * What the values are made from, such as a file's name and time. An unfinished file remembers it, and one that was
     * made from something else is not {@linkplain #withResume resumed}.
     *
     * @throws IllegalArgumentException if it is empty or longer than 1,000 characters, or holds a NUL or half a
     *     surrogate pair
     */
    public WriteOptions withSource(String description) {
        Texts.requireStorable("source", description);
        if (description.isEmpty() || description.length() > LONGEST_SOURCE) {
            throw new IllegalArgumentException(
                    "found a source of " + description.length() + " characters, expected 1 to " + LONGEST_SOURCE);
        }
        return with(draft -> draft.source = Optional.of(description));
    }

    /** Nothing is told of what the values are made from, as by default. */
    public WriteOptions withoutSource() {
        return with(draft -> draft.source = Optional.empty());
    }

    /**
     * Whether each commit reaches the disk before it ends, and its data before it begins, so that a file outlasts a
     * failure of the machine as it does one of the process; and so do, where the system can do that (not on Windows),
     * the name under which it is written, with the first commit, and the name that it gets when it is finished.
     */
    public WriteOptions withDurable(boolean value) {
        return with(Flag.DURABLE, value);
    }

    /**
     * What compresses; default: {@link DeflateEngine#AUTO}.
     *
     * @throws UnsupportedOperationException if it does not work on this machine
     */
    public WriteOptions withDeflateEngine(DeflateEngine value) {
        if (!value.isAvailable()) {
            throw new UnsupportedOperationException(value.absence());
        }
        return with(draft -> draft.engine = value);
    }

    /**
     * The number of threads that compress; the bytes of the file do not depend on it, but on the
     * {@linkplain #withDeflateEngine engine} and on when it was {@linkplain #withCommits committed} meanwhile. Default:
     * one a processor.
     *
     * @throws IllegalArgumentException if it is not 1 to 1024
     */
    public WriteOptions withThreads(int value) {
        if (value < 1 || value > MOST_THREADS) {
            throw new IllegalArgumentException("found " + value + " threads, expected 1 to " + MOST_THREADS);
        }
        return with(draft -> draft.threads = value);
    }

    /**
     * The bytes that buffers may take (default: 1 GiB, but never more than half of the heap's maximum); the least that
     * a job needs, two chunks' worth, is always taken.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public WriteOptions withMemory(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("at least 1 byte of memory, found " + bytes);
        }
        return with(draft -> draft.memory = bytes);
    }

    /**
     * What this release of VTK or a newer one would not read right is refused: {@link ImageDataWriter#create},
     * {@link ImageDataWriter#createArray(ArraySpec) createArray} and {@link ImageDataWriter#writeField writeField} then
     * throw an {@link UnsupportedFileException} that says why, before anything of it is written.
     *
     * @see #withWarnings
     */
    public WriteOptions withOldestReader(VtkRelease release) {
        Objects.requireNonNull(release, "release");
        return with(draft -> draft.oldest = Optional.of(release));
    }

    /** It does not matter which releases of VTK read the file, as by default. */
    public WriteOptions withoutOldestReader() {
        return with(draft -> draft.oldest = Optional.empty());
    }

    /**
     * Whether what the {@linkplain #withOldestReader oldest reader} would not read is written all the same, and
     * {@link WriteListener#warned} hears of it, instead of being refused.
     */
    public WriteOptions withWarnings(boolean value) {
        return with(Flag.WARN, value);
    }

    /** How arrays are stored unless they are created with another storage. */
    public Storage storage() {
        return storage;
    }

    /** When what has been written is committed by itself. */
    public Commits commits() {
        return commits;
    }

    /** What compresses. */
    public DeflateEngine deflateEngine() {
        return engine;
    }

    /** The number of threads that compress. */
    public int threads() {
        return threads;
    }

    /** The bytes that buffers may take, as given: the heap may not have as many. */
    public long memory() {
        return memory;
    }

    /** The oldest release of VTK that is to read the file; empty if it does not matter. */
    public Optional<VtkRelease> oldestReader() {
        return oldest;
    }

    /** What the values are made from, if that is told. */
    public Optional<String> source() {
        return source;
    }

    /** Whether an existing file is replaced. */
    public boolean overwrites() {
        return flags.contains(Flag.OVERWRITE);
    }

    /** Whether the file is written under its own name from the start. */
    public boolean isInPlace() {
        return flags.contains(Flag.IN_PLACE);
    }

    /** Whether an extent that does not start at 0 is written as it is. */
    public boolean keepsExtent() {
        return flags.contains(Flag.KEEP_EXTENT);
    }

    /** Whether slices never written hold the fill value. */
    public boolean fillsMissing() {
        return flags.contains(Flag.FILL_MISSING);
    }

    /** Whether what an interrupted run has left is gone on with. */
    public boolean resumes() {
        return flags.contains(Flag.RESUME);
    }

    /** Whether each commit reaches the disk before it ends. */
    public boolean isDurable() {
        return flags.contains(Flag.DURABLE);
    }

    /** Whether what the oldest reader would not read is written, with a warning. */
    public boolean warns() {
        return flags.contains(Flag.WARN);
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
        if (isDurable()) {
            options.add(OutputFile.Option.DURABLE);
        }
        return options;
    }

    /** An image's geometry as it is written. */
    ImageGeometry written(ImageGeometry geometry) {
        return keepsExtent() ? geometry : geometry.zeroBased();
    }

    Hdf5Writer.Durability durability() {
        return isDurable() ? Hdf5Writer.Durability.FORCED : Hdf5Writer.Durability.CACHED;
    }

    /** What buffers may take in this virtual machine. */
    long memoryInHeap() {
        return MemoryBudget.BUFFERS.atMost(memory);
    }

    private List<Object> parts() {
        return List.of(flags, storage, commits, engine, threads, memory, oldest, source);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WriteOptions options && options.parts().equals(parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** Such as {@code raw, commits every PT5S, engine AUTO, 4 threads, 1073741824 bytes of memory, OVERWRITE}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        text.add(storage.toString()).add("commits " + commits).add("engine " + engine);
        text.add(threads + " threads").add(memory + " bytes of memory");
        oldest.ifPresent(release -> text.add("oldest reader VTK " + release.version()));
        source.ifPresent(description -> text.add("made from " + description));
        flags.forEach(flag -> text.add(flag.toString()));
        return text.toString();
    }
}
