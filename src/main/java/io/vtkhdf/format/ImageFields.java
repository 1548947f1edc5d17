package io.vtkhdf.format;

import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.virtual.PartListener;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
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
        long size = size(dataset, rows);
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

    /** The bytes of the values, or of what stands for them in the file if that is more. */
    private static long size(StoredDataset dataset, Rows rows) throws UnsupportedFileException {
        long stored = rows.size(dataset);
        int elementSize = dataset.type().size();
        int valueSize =
                dataset.type().isText() ? elementSize : dataset.numbers().type().size();
        return valueSize <= elementSize ? stored : stored / elementSize * valueSize;
    }

    public static FieldArray read(String name, StoredDataset dataset) throws IOException {
        return read(name, dataset, Rows.all(dataset));
    }

    /** Reads some rows, which the dataset has. */
    static FieldArray read(String name, StoredDataset dataset, Rows rows) throws IOException {
        if (dataset.type().isText()) {
            byte[] elements = new byte[(int) rows.size(dataset)];
            copy(
                    dataset,
                    rows,
                    dataset.plainForm(),
                    CopyTarget.ofElements(dataset.type().size(), elements));
            ByteBuffer bytes = ByteBuffer.wrap(elements).order(ByteOrder.LITTLE_ENDIAN);
            return FieldArray.ofStrings(name, dataset.strings(bytes));
        }
        ScalarType type = dataset.numbers().type();
        Object values = type.newArray((int) (rows.size(dataset) / dataset.type().size()));
        copy(dataset, rows, dataset.form(), CopyTarget.of(type, values));
        int components = components(dataset);
        return FieldArray.ofNumbers(name, type, components, values)
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

    private static void copy(StoredDataset dataset, Rows rows, ElementForm form, CopyTarget target) throws IOException {
        if (rows.size(dataset) == 0) {
            return;
        }
        ElementBox box = box(dataset, rows);
        int[] strides = new int[box.size().length];
        for (int axis = strides.length - 1, stride = 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= box.size()[axis];
        }
        dataset.blocks().copy(box, form, new Destination(target, 0, strides));
    }

    private static ElementBox box(StoredDataset dataset, Rows rows) {
        long[] first = new long[dataset.shape().length];
        int[] shape = new int[first.length];
        for (int axis = 0; axis < shape.length; axis++) {
            first[axis] = axis == 0 ? rows.first() : 0;
            shape[axis] = Math.toIntExact(axis == 0 ? rows.count() : dataset.shape()[axis]);
        }
        return ElementBox.of(first, shape);
    }

    /**
     * Tells which parts of a virtual dataset are not there that hold some rows, and which cannot be read.
     *
     * @throws IOException if the listener throws it
     */
    static void checkParts(StoredDataset dataset, Rows rows, PartListener listener) throws IOException {
        if (rows.size(dataset) > 0) {
            dataset.blocks().checkParts(box(dataset, rows), listener);
        }
    }
}
