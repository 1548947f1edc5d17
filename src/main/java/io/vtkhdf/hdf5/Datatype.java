package io.vtkhdf.hdf5;

/**
 * The type of a dataset's or attribute's elements (specification IV.A.2.d): always little-endian, message version 1.
 *
 * <pre>
 * u8  class | version 1 &lt;&lt; 4
 * u24 class bits
 * u32 element size in bytes
 *     properties of the class
 * </pre>
 */
public final class Datatype {

    private static final int VERSION = 1 << 4;
    private static final int CLASS_FIXED_POINT = 0;
    private static final int CLASS_FLOATING_POINT = 1;
    private static final int CLASS_STRING = 3;
    private static final int CLASS_VARIABLE_LENGTH = 9;

    private static final int SIGNED = 0x08;
    private static final int MANTISSA_MSB_IMPLIED = 0x20;
    private static final int NULL_PADDED = 1;
    private static final int CHARSET_UTF8 = 1 << 4;
    private static final int VARIABLE_LENGTH_STRING = 1;

    /** A variable-length element: u32 length, u64 address of its heap collection, u32 object in it. */
    static final int VARIABLE_LENGTH_SIZE = 16;

    private final int size;
    private final byte[] encoded;

    private Datatype(int size, ByteWriter encoded) {
        this.size = size;
        this.encoded = encoded.toByteArray();
    }

    /** A two's complement integer of 1, 2, 4 or 8 bytes. */
    public static Datatype signed(int size) {
        return fixedPoint(size, SIGNED);
    }

    /** An unsigned integer of 1, 2, 4 or 8 bytes. */
    public static Datatype unsigned(int size) {
        return fixedPoint(size, 0);
    }

    private static Datatype fixedPoint(int size, int bits) {
        // Properties: bit offset, precision in bits.
        return new Datatype(size, head(CLASS_FIXED_POINT, bits, size).u16(0).u16(8 * size));
    }

    /** IEEE 754 binary32. */
    public static Datatype float32() {
        return floatingPoint(4, 8, 23);
    }

    /** IEEE 754 binary64. */
    public static Datatype float64() {
        return floatingPoint(8, 11, 52);
    }

    private static Datatype floatingPoint(int size, int exponentBits, int mantissaBits) {
        int signLocation = 8 * size - 1;
        int bias = (1 << exponentBits - 1) - 1;
        // Properties: bit offset, precision, exponent's location and size, mantissa's location and size, exponent bias.
        return new Datatype(
                size,
                head(CLASS_FLOATING_POINT, MANTISSA_MSB_IMPLIED | signLocation << 8, size)
                        .u16(0)
                        .u16(8 * size)
                        .u8(mantissaBits)
                        .u8(exponentBits)
                        .u8(0)
                        .u8(mantissaBits)
                        .u32(bias));
    }

    /** A string of exactly {@code size} bytes with no terminator, tagged as ASCII. */
    public static Datatype asciiString(int size) {
        return new Datatype(size, head(CLASS_STRING, NULL_PADDED, size));
    }

    /** A string of exactly {@code size} bytes with no terminator, tagged as UTF-8. */
    public static Datatype utf8String(int size) {
        return new Datatype(size, head(CLASS_STRING, NULL_PADDED | CHARSET_UTF8, size));
    }

    /** Strings of any length, tagged as ASCII, the only ones that VTK reads; see {@code GlobalHeap}. */
    public static Datatype variableLengthString() {
        return new Datatype(
                VARIABLE_LENGTH_SIZE,
                head(CLASS_VARIABLE_LENGTH, VARIABLE_LENGTH_STRING, VARIABLE_LENGTH_SIZE)
                        .bytes(unsigned(1).encoded));
    }

    private static ByteWriter head(int typeClass, int bits, int size) {
        return new ByteWriter(0).u8(typeClass | VERSION).unsigned(bits, 3).u32(size);
    }

    /** The bytes of one element. */
    public int size() {
        return size;
    }

    public byte[] encoded() {
        return encoded;
    }
}
