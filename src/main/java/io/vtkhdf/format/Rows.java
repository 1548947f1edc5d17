package io.vtkhdf.format;

import io.vtkhdf.hdf5.read.StoredDataset;

/** Neighbouring rows of a dataset: elements, or tuples, along its first axis. */
record Rows(long first, long count) {

    /** All of them; a single value is one, and a dataset without elements has none, whatever its shape. */
    static Rows all(StoredDataset dataset) {
        long[] shape = dataset.shape();
        return new Rows(0, dataset.size() == 0 ? 0 : shape.length == 0 ? 1 : shape[0]);
    }

    /** The bytes that they take. */
    long size(StoredDataset dataset) {
        long all = all(dataset).count;
        return all == 0 ? 0 : dataset.size() / all * count;
    }
}
