package io.vtkhdf.format;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.util.Arrays;

/** A dataset of the group Steps: a row of numbers, of any of the scalar types, for each step. Immutable. */
final class StepTable {

    private final StoredDataset dataset;
    private final FieldArray.Numbers numbers;

    private StepTable(StoredDataset dataset, FieldArray.Numbers numbers) {
        this.dataset = dataset;
        this.numbers = numbers;
    }

    /**
     * Reads the first rows of a dataset, which may have more.
     *
     * @param columns how many numbers a row has; a list is a table of one column
     * @param memory the bytes that there is room for, eight for each number whatever its type
     * @throws CorruptFileException if there are fewer rows, or other columns
     * @throws UnsupportedFileException if these are no numbers, or too many
     */
    static StepTable read(StoredDataset dataset, int rows, int columns, long memory) throws IOException {
        ImageFields.requireForm(dataset);
        dataset.numbers();
        long[] shape = dataset.shape();
        if (Rows.all(dataset).count() < rows || (shape.length == 2 ? shape[1] : 1) != columns) {
            throw wrongShape(dataset, rows, columns);
        }
        Rows first = new Rows(0, rows);
        ImageFields.requireRoom(dataset, first, Long.MAX_VALUE, "step table");
        requireRoom(dataset, (long) rows * columns, memory);
        ImageFields.checkParts(dataset, first, part -> {
            throw dataset.file()
                    .corrupt(dataset.path(), "no part " + part, "all of a table that tells what is of which step");
        });
        return new StepTable(
                dataset, ImageFields.read("a table", dataset, first).asNumbers());
    }

    private static void requireRoom(StoredDataset dataset, long numbers, long memory) throws UnsupportedFileException {
        long size = numbers * Long.BYTES;
        if (size > memory) {
            throw dataset.file()
                    .unsupported(
                            dataset.path(),
                            numbers + " numbers, which take " + size + " bytes of memory",
                            "step tables of at most " + BoundedBytes.mostMemory() + " bytes together, "
                                    + MemoryBudget.STRUCTURE.share());
        }
    }

    static CorruptFileException wrongShape(StoredDataset dataset, int rows, int columns) {
        long[] shape = dataset.shape();
        String found = shape.length == 1 ? shape[0] + " numbers" : "numbers of shape " + Arrays.toString(shape);
        String expected = rows + (columns > 1 ? " x " + columns : "") + ", for the steps that NSteps tells";
        return dataset.file().corrupt(dataset.path(), found, expected);
    }

    /** The bytes that its numbers take of memory, as {@link #read} counts them. */
    long size() {
        return (long) numbers.tuples() * numbers.components() * Long.BYTES;
    }

    double numberAt(int row, int column) {
        return numbers.type().doubleAt(numbers.values(), row * numbers.components() + column);
    }

    /**
     * A column of integers of 0 or more, which may come in a floating-point type.
     *
     * @throws CorruptFileException if one is something else
     */
    long[] column(int column) throws IOException {
        long[] integers = new long[numbers.tuples()];
        for (int row = 0; row < integers.length; row++) {
            integers[row] = integerAt(row, column);
            if (integers[row] < 0) {
                String found = numbers.type().textAt(numbers.values(), row * numbers.components() + column);
                throw dataset.file().corrupt(dataset.path(), found + " for step " + row, "an integer of 0 or more");
            }
        }
        return integers;
    }

    /** Negative if it is no integer, or too large. */
    private long integerAt(int row, int column) {
        ScalarType type = numbers.type();
        if (type == ScalarType.INT64 || type == ScalarType.UINT64) {
            return numbers.values(long[].class)[row * numbers.components() + column];
        }
        double value = numberAt(row, column);
        return value == Math.rint(value) && value < Long.MAX_VALUE ? (long) value : -1;
    }
}
