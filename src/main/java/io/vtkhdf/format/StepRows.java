package io.vtkhdf.format;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.hdf5.read.StoredDataset;
import java.io.IOException;
import java.util.Optional;

/**
 * Which tuples of its dataset a field array has at each step of a time series: from its offset on one tuple, or as many
 * as its sizes say. Immutable.
 */
final class StepRows {

    private final StoredDataset dataset;
    private final int components;
    private final long[] first;
    /** Null if there are no sizes. */
    private final long[] componentCounts;

    private final long[] tupleCounts;

    private StepRows(StoredDataset dataset, long[] first, long[] componentCounts, long[] tupleCounts) {
        this.dataset = dataset;
        this.components = ImageFields.components(dataset);
        this.first = first;
        this.componentCounts = componentCounts;
        this.tupleCounts = tupleCounts;
    }

    /** One tuple for each step, at its offset. */
    static StepRows of(StoredDataset dataset, long[] offsets) {
        return new StepRows(dataset, offsets, null, null);
    }

    /** @param sizes for each step the number of components, and that of tuples */
    static StepRows of(StoredDataset dataset, long[] offsets, StepTable sizes) throws IOException {
        return new StepRows(dataset, offsets, sizes.column(0), sizes.column(1));
    }

    /**
     * The rows of a step; empty if the array is absent then, which sizes of 0 x 0 tell.
     *
     * @throws CorruptFileException if they are not in the dataset, or of another number of components
     */
    Optional<Rows> at(int step) throws CorruptFileException {
        if (componentCounts == null) {
            return Optional.of(requireInside(step, 1));
        } else if (componentCounts[step] == 0 && tupleCounts[step] == 0) {
            return Optional.empty();
        }
        if (componentCounts[step] != components) {
            throw dataset.file()
                    .corrupt(
                            dataset.path(),
                            componentCounts[step] + " components in the sizes of step " + step,
                            components + ", as the dataset has");
        }
        return Optional.of(tupleCounts[step] == 0 ? new Rows(0, 0) : requireInside(step, tupleCounts[step]));
    }

    private Rows requireInside(int step, long count) throws CorruptFileException {
        long all = Rows.all(dataset).count();
        if (first[step] >= all || count > all - first[step]) {
            throw dataset.file()
                    .corrupt(
                            dataset.path(),
                            all + " tuples, of which step " + step + " takes " + count + " from " + first[step] + " on",
                            "all of these");
        }
        return new Rows(first[step], count);
    }
}
