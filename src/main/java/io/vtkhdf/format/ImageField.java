package io.vtkhdf.format;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.virtual.PartListener;
import io.vtkhdf.image.FieldArray;
import java.io.IOException;
import java.util.Optional;

/**
 * A field array of a file, and the dataset that holds it.
 *
 * @param places where each step's tuples are; empty if all of them are of every step
 */
record ImageField(String name, StoredDataset dataset, Optional<StepRows> places) {

    /** What there is of it at a step; empty if it is absent then. */
    Optional<Rows> rows(int step) throws CorruptFileException {
        return places.isPresent() ? places.get().at(step) : Optional.of(Rows.all(dataset));
    }

    void checkParts(int step, PartListener listener) throws IOException {
        Optional<Rows> there = rows(step);
        if (there.isPresent()) {
            ImageFields.checkParts(dataset, there.get(), listener);
        }
    }

    FieldArray read(int step) throws IOException {
        return ImageFields.read(name, dataset, rows(step).orElseThrow());
    }
}
