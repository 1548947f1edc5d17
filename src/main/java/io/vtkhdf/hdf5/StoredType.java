package io.vtkhdf.hdf5;

import java.nio.ByteOrder;
import java.util.List;

/** What the elements of a dataset or attribute are, as a file has it. */
public sealed interface StoredType {

    /** The bytes of an element. */
    int size();

    /** HDF5's number of its class. */
    int number();

    /**
     * Integers.
     *
     * @param offset of the lowest bit that counts; {@code precision} how many of them do
     */
    record Integers(int size, ByteOrder order, boolean signed, int offset, int precision) implements StoredType {

        @Override
        public int number() {
            return FIXED_POINT;
        }

        /** Whether all bits count. */
        public boolean isPlain() {
            return offset == 0 && precision == 8 * size;
        }
    }

    /**
     * Floating-point numbers.
     *
     * @param ieee whether they are of IEEE 754's binary32 or binary64
     */
    record Floats(int size, ByteOrder order, boolean ieee) implements StoredType {

        @Override
        public int number() {
            return FLOATING_POINT;
        }
    }

    /** Strings, and how the file says that they are to be read, whatever the bytes are. */
    record Text(int size, Charset charset, Padding padding, Length length) implements StoredType {

        @Override
        public int number() {
            return length == Length.FIXED ? STRING : VARIABLE_LENGTH;
        }
    }

    /** Anything else: what it consists of is of no use to us. */
    record Other(int number, int size) implements StoredType {}

    /** The character set that a file names. */
    enum Charset {
        ASCII,
        UTF_8
    }

    /** What fills a string up. */
    enum Padding {
        NUL,
        SPACE
    }

    /** Whether the elements hold the strings, or refer to them. */
    enum Length {
        FIXED,
        VARIABLE
    }

    int FIXED_POINT = 0;
    int FLOATING_POINT = 1;
    int STRING = 3;
    int VARIABLE_LENGTH = 9;

    /** In the order of the format's numbers. */
    List<String> CLASSES = List.of(
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

    /** Whether these are integers or floating-point numbers of at most 64 bits, of whatever layout. */
    default boolean isNumber() {
        return (this instanceof Integers || this instanceof Floats) && size() <= Long.BYTES;
    }

    default boolean isText() {
        return this instanceof Text;
    }

    default boolean isAsciiOfVariableLength() {
        return this instanceof Text text && text.length == Length.VARIABLE && text.charset == Charset.ASCII;
    }

    /** For people. */
    default String describe() {
        String kind = number() < CLASSES.size() ? CLASSES.get(isText() ? STRING : number()) : "of an unknown class";
        return size() + " bytes (" + kind + ", HDF5 class " + number() + ")";
    }
}
