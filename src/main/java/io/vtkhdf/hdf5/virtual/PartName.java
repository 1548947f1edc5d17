package io.vtkhdf.hdf5.virtual;

/**
 * A dataset that a virtual one is made of.
 *
 * @param file the name of its file, as the virtual dataset has it
 * @param dataset its path in there
 */
public record PartName(String file, String dataset) {

    @Override
    public String toString() {
        return file + ":" + dataset;
    }
}
