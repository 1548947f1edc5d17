package io.vtkhdf.compat.rules;

import java.util.List;
import java.util.Optional;

/**
 * An entry of the groups PointData, CellData or FieldData, as it is stored.
 *
 * @param shape the dataset's axes, slowest first, with the one for time; empty for a scalar dataspace
 * @param filters the names of the filters that were applied to its chunks, as HDF5 calls them: {@code deflate},
 *     {@code lzf}, …
 * @param role the dataset's attribute Attribute, empty text if it is no string of 1 to 32 bytes; empty if there is none
 * @param position where in the dataset the image is; empty for field arrays, and for a dataset that does not hold the
 *     image
 * @param parts what a virtual dataset lacks
 */
public record StoredArray(
        Group group,
        String name,
        Content content,
        List<Long> shape,
        List<String> filters,
        Optional<String> role,
        Optional<Position> position,
        StoredParts parts) {

    /** The group that it is in, in the order in which VTK reads them. */
    public enum Group {
        POINT_DATA("PointData"),
        CELL_DATA("CellData"),
        FIELD_DATA("FieldData");

        private final String groupName;

        Group(String groupName) {
            this.groupName = groupName;
        }

        /** The group's name in the file. */
        public String groupName() {
            return groupName;
        }
    }

    /** What the elements are, as far as VTK makes a difference. */
    public enum Content {
        /** Integers of up to 64 bits and floating-point numbers of up to 64 bits, in any byte order. */
        NUMBERS,
        /** Such of more than one byte of which less than half of the bits count. */
        SPARSE_NUMBERS,
        /** h5py's: an enumeration of two. */
        BOOLEANS,
        /** Strings of variable length that are tagged as ASCII. */
        ASCII_STRINGS,
        /** Other strings. */
        OTHER_STRINGS,
        /** Elements of other types: enumerations, compounds, longer numbers, … */
        OTHER,
        /** Nobody knows: the dataset's structure is broken. */
        BROKEN,
        /** Whatever they are, HDF5 2.0 has stored them in a way that HDF5 1 knows nothing of. */
        OF_HDF5_2,
        /** No dataset: a link that leads nowhere. */
        NOTHING;

        public boolean isText() {
            return this == ASCII_STRINGS || this == OTHER_STRINGS;
        }

        boolean isNumber() {
            return this == NUMBERS || this == SPARSE_NUMBERS;
        }
    }

    /**
     * Where an image is in a dataset.
     *
     * @param start the index of its first value along each axis of the dataset, time left out
     * @param components the number of components of a tuple
     */
    public record Position(List<Long> start, long components) {
        public Position {
            start = List.copyOf(start);
        }
    }

    public StoredArray {
        shape = List.copyOf(shape);
        filters = List.copyOf(filters);
    }

    /** The HDF5 path below /VTKHDF. */
    public String path() {
        return group.groupName() + "/" + name;
    }

    long last() {
        return shape.get(shape.size() - 1);
    }
}
