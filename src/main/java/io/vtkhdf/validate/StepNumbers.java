package io.vtkhdf.validate;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.format.ImageFields;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.FieldArray;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A list or table of numbers in the group Steps, as far as it is there and HDF5 1 can read it. */
final class StepNumbers {

    private final boolean there;
    private final Optional<FieldArray> numbers;

    private StepNumbers(boolean there, Optional<FieldArray> numbers) {
        this.there = there;
        this.numbers = numbers;
    }

    static StepNumbers none() {
        return new StepNumbers(false, Optional.empty());
    }

    /**
     * A dataset of a group.
     *
     * @param findings to be added to if it is there and cannot be read
     */
    static StepNumbers of(StoredLinks group, String name, List<Finding> findings) throws IOException {
        try {
            Optional<StoredObject> object = group.get(name).filter(StoredObject::isDataset);
            return object.isPresent()
                    ? new StepNumbers(true, read(name, StoredDataset.of(object.get()), findings))
                    : none();
        } catch (FileContentException e) {
            findings.add(Finding.of(Finding.Severity.ERROR, e));
            return new StepNumbers(true, Optional.empty());
        }
    }

    private static Optional<FieldArray> read(String name, StoredDataset dataset, List<Finding> findings)
            throws IOException {
        Optional<String> problem = problem(dataset);
        if (problem.isPresent()) {
            findings.add(Finding.error(dataset.path(), problem.get(), "a list of numbers, written by HDF5 1"));
            return Optional.empty();
        }
        ImageFields.requireSupported(dataset, BoundedBytes.mostMemory());
        VirtualSurvey.survey(dataset, dataset.path(), findings);
        return Optional.of(ImageFields.read(name, dataset));
    }

    private static Optional<String> problem(StoredDataset dataset) throws IOException {
        if (dataset.isOfHdf5Two()) {
            return Optional.of("data stored in a way that came with HDF5 2.0, which VTK up to 9.7 cannot read");
        } else if (dataset.type().isText()) {
            return Optional.of("strings");
        }
        return dataset.shape().length == 0 ? Optional.of("a single value") : Optional.empty();
    }

    boolean isThere() {
        return there;
    }

    boolean isReadable() {
        return numbers.isPresent();
    }

    /** How many there are along the first axis. */
    int rows() {
        return numbers.map(FieldArray::tuples).orElse(0);
    }

    int columns() {
        return numbers.map(FieldArray::components).orElse(0);
    }

    double at(int row, int column) {
        FieldArray.Numbers array = numbers.orElseThrow().asNumbers();
        return array.type().doubleAt(array.values(), row * array.components() + column);
    }
}
