package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.virtual.PartListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A dataset's data in blocks of which one at a time fits in memory: its chunks, or runs of contiguous data.
 * Thread-safe.
 */
public interface Blocks {

    ChunkGrid grid();

    /**
     * Copies values: the blocks that they are in and no others, several at a time.
     *
     * @param form how elements stand in the dataset
     * @param to where their values go
     */
    void copy(ElementBox box, ElementForm form, Destination to) throws IOException;

    /** The memory that it takes to read a block. */
    long loaderMemory();

    LayoutClass storage();

    default List<StoredFilter> filters() {
        return List.of();
    }

    /** The datasets that hold the data if it is virtual; else 0. */
    default long parts() throws IOException {
        return 0;
    }

    /**
     * Opens each part of a virtual dataset that holds elements of a box, and its own if it is virtual itself, and tells
     * what is wrong with them, once of each.
     */
    default void checkParts(ElementBox box, PartListener listener) throws IOException {}

    /** The files that parts of a virtual dataset are in, without its own and those that are not there. */
    default Set<Path> otherFiles() throws IOException {
        return Set.of();
    }

    /** A block in the file: its number in the grid, and the bytes it takes. */
    record Stored(long number, long address, long size) {}

    /** The number of blocks that stand in the file; those never written are left out. */
    long storedCount() throws IOException;

    /** One of these, counted from 0 in the order of their numbers. */
    Stored stored(long index) throws IOException;

    /** Hears of stored blocks as they are verified, by several threads. */
    interface Verdicts {

        /** @param index of a stored block; {@code verdict} reads it, and throws what is wrong with it */
        void of(long index, Verdict verdict) throws IOException;
    }

    /** Reads a block that stands in the file, and verifies whatever can be. */
    interface Verdict {

        /** @throws CorruptFileException if it is bad */
        void require() throws IOException;
    }

    /**
     * Has all blocks verified that stand in the file.
     *
     * @param workers how many threads at most, this one among them
     * @throws IOException what {@code verdicts} throws, after which no more are verified
     */
    void verify(int workers, Verdicts verdicts) throws IOException;

    /** The stored bytes of the blocks that have no checksum. */
    default long unchecked() throws IOException {
        return storedBytes();
    }

    /** The bytes that the data take in the file. */
    long storedBytes() throws IOException;
}
