package io.vtkhdf;

import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.file.OutputFile;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** How a file is written. Immutable. */
public final class WriteOptions {

    private static final int MOST_THREADS = 1024;

    private static final WriteOptions DEFAULTS = new WriteOptions(
            Storage.raw(),
            false,
            false,
            false,
            false,
            Runtime.getRuntime().availableProcessors(),
            1L << 30,
            ReaderDemand.NONE);

    private final Storage storage;
    private final boolean overwrite;
    private final boolean inPlace;
    private final boolean keepExtent;
    private final boolean fill;
    private final int threads;
    private final long memory;
    private final ReaderDemand demand;

    private WriteOptions(
            Storage storage,
            boolean overwrite,
            boolean inPlace,
            boolean keepExtent,
            boolean fill,
            int threads,
            long memory,
            ReaderDemand demand) {
        this.storage = storage;
        this.overwrite = overwrite;
        this.inPlace = inPlace;
        this.keepExtent = keepExtent;
        this.fill = fill;
        this.threads = threads;
        this.memory = memory;
        this.demand = demand;
    }

    /** Raw storage; an existing file is an error; published at the end; the extent moved to 0; every slice required. */
    public static WriteOptions defaults() {
        return DEFAULTS;
    }

    /** How arrays are stored unless {@link VtkhdfWriter#createArray(ArraySpec, Storage)} says otherwise. */
    public WriteOptions storage(Storage value) {
        return new WriteOptions(
                Objects.requireNonNull(value, "storage"),
                overwrite,
                inPlace,
                keepExtent,
                fill,
                threads,
                memory,
                demand);
    }

    /** An existing file is replaced: at the end, so that it stays whole if writing fails (unless written in place). */
    public WriteOptions overwrite() {
        return new WriteOptions(storage, true, inPlace, keepExtent, fill, threads, memory, demand);
    }

    /** Written under its own name from the start instead of {@code NAME.part}, so that it can be opened meanwhile. */
    public WriteOptions inPlace() {
        return new WriteOptions(storage, overwrite, true, keepExtent, fill, threads, memory, demand);
    }

    /**
     * An extent that does not start at 0 is written as it is. VTK up to 9.6 misreads such files; by default the offset
     * is moved into the origin, which leaves every point where it was.
     */
    public WriteOptions keepExtent() {
        return new WriteOptions(storage, overwrite, inPlace, true, fill, threads, memory, demand);
    }

    /** Slices never written hold the fill value (NaN for floating-point types, else 0) instead of being an error. */
    public WriteOptions fillMissing() {
        return new WriteOptions(storage, overwrite, inPlace, keepExtent, true, threads, memory, demand);
    }

    /** The number of threads that compress; the bytes of the file do not depend on it. Default: one a processor. */
    public WriteOptions threads(int value) {
        if (value < 1 || value > MOST_THREADS) {
            throw new IllegalArgumentException("found " + value + " threads, expected 1 to " + MOST_THREADS);
        }
        return new WriteOptions(storage, overwrite, inPlace, keepExtent, fill, value, memory, demand);
    }

    /**
     * The bytes that buffers may take (default: 1 GiB, but never more than half of the heap's maximum); the least that
     * a job needs, two chunks' worth, is always taken.
     */
    public WriteOptions memory(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("at least 1 byte of memory, found " + bytes);
        }
        return new WriteOptions(storage, overwrite, inPlace, keepExtent, fill, threads, bytes, demand);
    }

    /**
     * Refuses to write what this release of VTK or a newer one would not read right: {@link VtkhdfWriter#create},
     * {@link VtkhdfWriter#createArray(ArraySpec) createArray} and {@link VtkhdfWriter#writeField writeField} then throw
     * an {@link UnsupportedFileException} that says why, before anything of it is written.
     */
    public WriteOptions oldestReader(VtkRelease release) {
        return demanding(release, problem -> {
            throw problem;
        });
    }

    /**
     * As {@link #oldestReader(VtkRelease)}, but writes all the same and tells.
     *
     * @param warnings gets one line for each array that would not be read right, in the thread that creates it
     */
    public WriteOptions oldestReader(VtkRelease release, Consumer<String> warnings) {
        Objects.requireNonNull(warnings, "warnings");
        return demanding(release, problem -> warnings.accept(problem.getMessage()));
    }

    private WriteOptions demanding(VtkRelease release, ReaderDemand.Complaint complaint) {
        return new WriteOptions(
                storage,
                overwrite,
                inPlace,
                keepExtent,
                fill,
                threads,
                memory,
                new ReaderDemand(Optional.of(release), complaint));
    }

    /** How arrays are stored unless they are created with another storage. */
    public Storage storage() {
        return storage;
    }

    Set<OutputFile.Option> outputOptions() {
        Set<OutputFile.Option> options = EnumSet.noneOf(OutputFile.Option.class);
        if (overwrite) {
            options.add(OutputFile.Option.OVERWRITE);
        }
        if (inPlace) {
            options.add(OutputFile.Option.IN_PLACE);
        }
        return options;
    }

    public boolean isInPlace() {
        return inPlace;
    }

    public boolean keepsExtent() {
        return keepExtent;
    }

    boolean fillsMissing() {
        return fill;
    }

    int threads() {
        return threads;
    }

    ReaderDemand demand() {
        return demand;
    }

    long memory() {
        return Math.min(memory, Runtime.getRuntime().maxMemory() / 2);
    }
}
