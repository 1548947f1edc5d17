package io.vtkhdf.hdf5.read;

import io.jhdf.object.datatype.DataType;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** A datatype of neither numbers nor strings: what it consists of is of no use, and jHDF errs about some. */
final class OddType extends DataType {

    private static final int FIXED_POINT = 0;
    private static final int FLOATING_POINT = 1;
    private static final int STRING = 3;
    private static final int VARIABLE_LENGTH = 9;

    /** In the order of the format's numbers. */
    private static final List<String> CLASSES = List.of(
            "integers",
            "floating-point numbers",
            "times",
            "strings",
            "bit fields",
            "opaque",
            "compounds",
            "references",
            "an enumeration, as of booleans",
            "lists of variable length",
            "arrays");

    private OddType(int number, int size) {
        super(number, size);
    }

    /**
     * Empty if the content of a datatype message is of numbers or strings. It begins with version and class (4 bits
     * each), bits that depend on the class (3 bytes), and the size (4).
     */
    static Optional<DataType> of(ByteBuffer content) {
        ByteBuffer start = content.slice().order(ByteOrder.LITTLE_ENDIAN);
        int number = start.get(0) & 0xf;
        int kind = start.get(1) & 0xf;
        return switch (number) {
            case FIXED_POINT, FLOATING_POINT, STRING -> Optional.empty();
            case VARIABLE_LENGTH -> kind == 1 ? Optional.empty() : Optional.of(new OddType(number, start.getInt(4)));
            default -> Optional.of(new OddType(number, start.getInt(4)));
        };
    }

    /** What the elements of a type are, for people. */
    static String describe(DataType type) {
        int number = type.getDataClass();
        return (number < CLASSES.size() ? CLASSES.get(number) : "of an unknown class") + ", HDF5 class " + number;
    }

    @Override
    public Class<?> getJavaType() {
        throw new UnsupportedOperationException("no values of it are read");
    }

    @Override
    public Object fillData(ByteBuffer buffer, int[] dimensions, HdfBackingStorage storage) {
        throw new UnsupportedOperationException("no values of it are read");
    }
}
