package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.hdf5.number.StoredNumbers;
import io.vtkhdf.hdf5.virtual.KnownDatasets;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The datasets that virtual ones are made of, in whatever file. Thread-safe. */
interface Parts extends Closeable {

    /** So many virtual datasets may each be made of the next. */
    int MOST_NESTED = 16;

    static CorruptFileException nestedTooDeep(StoredFile file, String place) {
        return file.corrupt(
                place,
                "virtual datasets made of one another, more than " + MOST_NESTED + " deep or in a circle",
                "parts that hold data");
    }

    /** A dataset that is open for as long as somebody needs it. */
    interface Part extends Closeable {

        long[] shape();

        /** @throws io.vtkhdf.error.UnsupportedFileException if its elements are not of one of the ten scalar types */
        StoredNumbers numbers() throws IOException;

        ElementForm form() throws IOException;

        Blocks blocks() throws IOException;

        StoredFile file();

        String path();

        @Override
        void close() throws IOException;
    }

    /**
     * Opens a dataset.
     *
     * @param from the file that names it
     * @param place where it does
     * @param file the name of its file; {@code .} for the same
     * @return empty if there is no such file, or no such dataset in it
     * @throws CorruptFileException if the file is not HDF5, or what stands there is not a dataset
     * @throws io.vtkhdf.error.UnsupportedFileException if the file is out of reach
     */
    Optional<Part> open(StoredFile from, String place, String file, String dataset) throws IOException;

    /** What is known of virtual datasets, as others may be made of them in turn. */
    KnownDatasets known();

    /**
     * Opens a file that an external link names, which stays open.
     *
     * @param from the file that names it; {@code place} where it does
     * @return empty if there is none
     * @throws CorruptFileException if it is not HDF5
     * @throws io.vtkhdf.error.UnsupportedFileException if it is out of reach, or there are too many
     */
    Optional<StoredFile> linked(StoredFile from, String place, String file) throws IOException;

    /** The file that a name stands for; empty if it is the same file, or there is none. */
    Optional<Path> locate(StoredFile from, String place, String file) throws IOException;

    /**
     * @throws io.vtkhdf.error.UnsupportedFileException if a name leads out of reach, whether there is such a file or
     *     not
     */
    void requireReach(StoredFile from, String place, String file) throws IOException;
}
