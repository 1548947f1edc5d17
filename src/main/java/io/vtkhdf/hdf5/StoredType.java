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
     * Floating-point numbers in the manner of IEEE 754: sign, exponent, and a mantissa whose highest bit is implied.
     *
     * @param sign the place of the sign bit; {@code exponent}, {@code mantissa} those of the lowest bits of these
     * @param bias what the exponent is larger by
     */
    record Floats(
            int size,
            ByteOrder order,
            int sign,
            int exponent,
            int exponentSize,
            int mantissa,
            int mantissaSize,
            int bias)
            implements StoredType {

        @Override
        public int number() {
            return FLOATING_POINT;
        }

        /** Binary16. */
        public boolean isHalf() {
            return isIeee(Short.BYTES, 5);
        }

        /** Binary32. */
        public boolean isSingle() {
            return isIeee(Float.BYTES, 8);
        }

        /** Binary64. */
        public boolean isDouble() {
            return isIeee(Double.BYTES, 11);
        }

        private boolean isIeee(int bytes, int exponentBits) {
            int highest = Byte.SIZE * bytes - 1;
            return size == bytes && isLaidOut(highest - exponentBits, exponentBits);
        }

        private boolean isLaidOut(int mantissaBits, int exponentBits) {
            return sign == mantissaBits + exponentBits
                    && exponent == mantissaBits
                    && exponentSize == exponentBits
                    && mantissa == 0
                    && mantissaSize == mantissaBits
                    && bias == (1 << exponentBits - 1) - 1;
        }
    }

    /** Truth values as h5py has them: an enumeration of bytes, 0 for FALSE and 1 for TRUE. */
    record Booleans() implements StoredType {

        @Override
        public int size() {
            return Byte.BYTES;
        }

        @Override
        public int number() {
            return ENUMERATION;
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
    int ENUMERATION = 8;
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
            "an enumeration",
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

    /**
     * Whether of numbers of several bytes less than half of the bits count, which HDF5 from 1.14.4 on takes for broken.
     */
    default boolean isSparse() {
        return isNumber() && size() > 1 && precision() < Byte.SIZE * size() / 2;
    }

    private int precision() {
        if (this instanceof Integers integers) {
            return integers.precision;
        }
        return this instanceof Floats floats ? 1 + floats.exponentSize + floats.mantissaSize : Byte.SIZE * size();
    }

    /** What people call it, such as {@code float16}, {@code boolean} or {@code 12-bit integer}. */
    default String name() {
        if (this instanceof Booleans) {
            return "boolean";
        } else if (this instanceof Floats floats && floats.isLaidOut(10, 5)) {
            return "float16";
        } else if (this instanceof Floats floats && floats.isLaidOut(7, 8)) {
            return "bfloat16";
        }
        return precision() + "-bit " + (this instanceof Floats ? "float" : "integer");
    }

    /** For people. */
    default String describe() {
        String kind = number() < CLASSES.size() ? CLASSES.get(isText() ? STRING : number()) : "of an unknown class";
        return size() + " bytes (" + kind + ", HDF5 class " + number() + ")";
    }
}
