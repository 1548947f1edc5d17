package io.vtkhdf.hdf5.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.hdf5.Texts;

/**
 * A box of a dataset, mostly of another file, that stands for a box of a virtual dataset. Both have as many elements,
 * which are taken row by row: so the datasets may differ in rank.
 *
 * @param file its name, relative to the folder of the file that the virtual dataset is in, with {@code /} between
 *     folders
 * @param dataset its path in that file
 * @param from the box there
 * @param to the box in the virtual dataset
 */
public record VirtualMapping(String file, String dataset, Box from, Box to) {

    /** @throws IllegalArgumentException if one box has more elements than the other, or a name cannot be stored */
    public VirtualMapping {
        require("a file's name", file);
        require("a dataset's path", dataset);
        if (from.elements() != to.elements()) {
            throw new IllegalArgumentException(ShownText.quoted(file) + ": found " + from.elements()
                    + " elements to stand for " + to.elements() + ", expected as many");
        }
    }

    private static void require(String what, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("found " + what + " that is empty, expected one");
        }
        Texts.requireStorable(what, text);
    }

    /**
     * A box of elements.
     *
     * @param start the first index along each axis, the last varying fastest
     * @param size how many along each axis, at least 1
     */
    public record Box(long[] start, long[] size) {

        /** @throws IllegalArgumentException if it is empty, or begins below 0 */
        public Box {
            start = start.clone();
            size = size.clone();
            if (start.length != size.length || start.length == 0) {
                throw new IllegalArgumentException("found " + start.length + " indices and " + size.length
                        + " sizes, expected as many, at least 1");
            }
            for (int axis = 0; axis < start.length; axis++) {
                if (start[axis] < 0 || size[axis] < 1) {
                    throw new IllegalArgumentException("found " + size[axis] + " elements from " + start[axis]
                            + " on, expected at least 1 from 0 on");
                }
            }
        }

        long elements() {
            long product = 1;
            for (long length : size) {
                product = Math.multiplyExact(product, length);
            }
            return product;
        }
    }
}
