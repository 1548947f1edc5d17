package io.vtkhdf.hdf5.write;

/** Where the chunks of a dataset lie, in row-major order. */
public interface ChunkPlaces {

    int count();

    /** The chunk's address, undefined if it was never written. */
    long address(int chunk);

    /** The chunk's bytes in the file; of no account without filters. */
    int size(int chunk);
}
