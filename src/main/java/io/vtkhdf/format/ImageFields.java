package io.vtkhdf.format;

import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredNumbers;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Reads field arrays: numbers or strings, a single one, a list, or (numbers only) tuples of components. */
public final class ImageFields {

    /** Deflate cannot shrink data further than this. */
    private static final long MAX_INFLATION = 1032;

    /** What they are, for people. */
    static final String FIELD = "field array";

    private ImageFields() {}

    /**
     * The bytes of a field array.
     *
     * @param memory what there is for it
     * @throws UnsupportedFileException if it cannot be one, or is too large
     */
    public static long requireSupported(StoredDataset dataset, long memory) throws IOException {
        requireForm(dataset);
        return requireRoom(dataset, Rows.all(dataset), memory, FIELD);
    }

    /** @throws UnsupportedFileException if it cannot be a field array, whatever its size */
    static void requireForm(StoredDataset dataset) throws IOException {
        boolean strings = dataset.type().isText();
        if (!strings) {
            dataset.numbers();
        }
        if (dataset.shape().length > (strings ? 1 : 2)) {
            throw dataset.file()
                    .unsupported(
                            dataset.path(),
                            "a field array of rank " + dataset.shape().length,
                            strings ? "rank 0 or 1" : "rank 0 to 2");
        }
        if (dataset.size() > 0) {
            dataset.blocks();
        }
    }

    /**
     * The bytes of some rows.
     *
     * @param what they are, for people
     * @throws UnsupportedFileException if they are too large
     */
    static long requireRoom(StoredDataset dataset, Rows rows, long memory, String what)
            throws UnsupportedFileException {
        long fileSize = dataset.file().bytes().length();
        long size = rows.size(dataset);
        if (size > Math.min(memory, Integer.MAX_VALUE) || size / MAX_INFLATION > fileSize) {
            throw dataset.file()
                    .unsupported(
                            dataset.path(),
                            "a " + what + " of " + size + " bytes in a file of " + fileSize,
                            "less than 2 GiB, no more than the file can hold, and " + what + "s of at most "
                                    + BoundedBytes.mostMemory() + " bytes together, " + MemoryBudget.STRUCTURE.share());
        }
        return size;
    }

    public static FieldArray read(String name, StoredDataset dataset) throws IOException {
        return read(name, dataset, Rows.all(dataset));
    }

    /** Reads some rows, which the dataset has. */
    static FieldArray read(String name, StoredDataset dataset, Rows rows) throws IOException {
        ByteBuffer bytes = rows.size(dataset) == 0 ? ByteBuffer.allocate(0) : bytes(dataset, rows);
        if (dataset.type().isText()) {
            return FieldArray.ofStrings(name, dataset.strings(bytes));
        }
        StoredNumbers numbers = dataset.numbers();
        int components = components(dataset);
        return FieldArray.ofNumbers(name, numbers.type(), components, numbers.values(bytes))
                .withComponentNames(ComponentNames.read(dataset, components));
    }

    static int components(StoredDataset dataset) {
        long[] shape = dataset.shape();
        return shape.length == 2 ? (int) Math.max(1, Math.min(shape[1], Integer.MAX_VALUE)) : 1;
    }

    /** The names of the components of a field array; none if it has none. */
    public static List<String> componentNames(StoredDataset dataset) throws IOException {
        long[] shape = dataset.shape();
        return shape.length == 2 && shape[1] <= Integer.MAX_VALUE
                ? ComponentNames.read(dataset, (int) Math.max(1, shape[1]))
                : ComponentNames.read(dataset, 1);
    }

    /** The bytes as they stand in the file. */
    private static ByteBuffer bytes(StoredDataset dataset, Rows rows) throws IOException {
        int elementSize = dataset.type().size();
        byte[] bytes = new byte[(int) rows.size(dataset)];
        long[] first = new long[dataset.shape().length];
        int[] shape = new int[first.length];
        for (int axis = 0; axis < shape.length; axis++) {
            first[axis] = axis == 0 ? rows.first() : 0;
            shape[axis] = Math.toIntExact(axis == 0 ? rows.count() : dataset.shape()[axis]);
        }
        int[] strides = new int[shape.length];
        for (int axis = shape.length - 1, stride = 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        dataset.blocks()
                .copy(
                        ElementBox.of(first, shape),
                        dataset.form(ByteOrder.nativeOrder()),
                        new Destination(CopyTarget.ofElements(elementSize, bytes), 0, strides));
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
