package io.vtkhdf.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The type of an array's values, with the Java type that carries them.
 *
 * <p>Java has no unsigned primitive types: an unsigned value travels in the signed carrier of the same width, bit for
 * bit.
 */
public enum ScalarType {
    INT8("Int8", byte.class, Kind.SIGNED),
    UINT8("UInt8", byte.class, Kind.UNSIGNED),
    INT16("Int16", short.class, Kind.SIGNED),
    UINT16("UInt16", short.class, Kind.UNSIGNED),
    INT32("Int32", int.class, Kind.SIGNED),
    UINT32("UInt32", int.class, Kind.UNSIGNED),
    INT64("Int64", long.class, Kind.SIGNED),
    UINT64("UInt64", long.class, Kind.UNSIGNED),
    FLOAT32("Float32", float.class, Kind.FLOATING),
    FLOAT64("Float64", double.class, Kind.FLOATING);

    private enum Kind {
        SIGNED,
        UNSIGNED,
        FLOATING
    }

    private final String vtkName;
    private final Class<?> carrier;
    private final Kind kind;

    ScalarType(String vtkName, Class<?> carrier, Kind kind) {
        this.vtkName = vtkName;
        this.carrier = carrier;
        this.kind = kind;
    }

    /** The name that VTK's XML formats use, such as {@code Float32}. */
    public String vtkName() {
        return vtkName;
    }

    /** The primitive type that carries a value: {@code byte}, {@code short}, {@code int}, {@code long}, … */
    public Class<?> carrier() {
        return carrier;
    }

    /** The size of one value in bytes. */
    public int size() {
        if (carrier == byte.class) {
            return Byte.BYTES;
        } else if (carrier == short.class) {
            return Short.BYTES;
        } else if (carrier == int.class || carrier == float.class) {
            return Integer.BYTES;
        }
        return Long.BYTES;
    }

    public boolean isFloating() {
        return kind == Kind.FLOATING;
    }

    public boolean isSigned() {
        return kind != Kind.UNSIGNED;
    }

    /** The type with the given {@link #vtkName()}; exact spelling. */
    public static Optional<ScalarType> ofVtkName(String name) {
        for (ScalarType type : values()) {
            if (type.vtkName.equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** A new array of the carrier type. */
    public Object newArray(int length) {
        return java.lang.reflect.Array.newInstance(carrier, length);
    }

    /**
     * The remaining bytes of a buffer, in its byte order, as a new array of the carrier type; the position stays. Bytes
     * after the last whole value are left out.
     */
    public Object toArray(ByteBuffer bytes) {
        Object array = newArray(bytes.remaining() / size());
        ByteBuffer source = bytes.duplicate().order(bytes.order());
        if (array instanceof byte[] values) {
            source.get(values);
        } else if (array instanceof short[] values) {
            source.asShortBuffer().get(values);
        } else if (array instanceof int[] values) {
            source.asIntBuffer().get(values);
        } else if (array instanceof long[] values) {
            source.asLongBuffer().get(values);
        } else if (array instanceof float[] values) {
            source.asFloatBuffer().get(values);
        } else {
            source.asDoubleBuffer().get((double[]) array);
        }
        return array;
    }

    /**
     * All values of an array of the carrier type as a new little-endian buffer.
     *
     * @throws ClassCastException if {@code array} is not an array of the carrier type
     */
    public ByteBuffer toBytes(Object array) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(java.lang.reflect.Array.getLength(array), size()))
                .order(ByteOrder.LITTLE_ENDIAN);
        if (carrier == byte.class) {
            bytes.duplicate().put((byte[]) array);
        } else if (carrier == short.class) {
            bytes.asShortBuffer().put((short[]) array);
        } else if (carrier == int.class) {
            bytes.asIntBuffer().put((int[]) array);
        } else if (carrier == long.class) {
            bytes.asLongBuffer().put((long[]) array);
        } else if (carrier == float.class) {
            bytes.asFloatBuffer().put((float[]) array);
        } else {
            bytes.asDoubleBuffer().put((double[]) array);
        }
        return bytes;
    }

    /**
     * One value of an array of the carrier type as a double, unsigned types taken as unsigned; 64-bit integers beyond
     * 2^53 are rounded.
     *
     * @throws ClassCastException if {@code array} is not an array of the carrier type
     */
    public double doubleAt(Object array, int index) {
        return switch (this) {
            case INT8 -> ((byte[]) array)[index];
            case UINT8 -> ((byte[]) array)[index] & 0xff;
            case INT16 -> ((short[]) array)[index];
            case UINT16 -> ((short[]) array)[index] & 0xffff;
            case INT32 -> ((int[]) array)[index];
            case UINT32 -> ((int[]) array)[index] & 0xffffffffL;
            case INT64 -> ((long[]) array)[index];
            case UINT64 -> unsignedToDouble(((long[]) array)[index]);
            case FLOAT32 -> ((float[]) array)[index];
            case FLOAT64 -> ((double[]) array)[index];
        };
    }

    /** One value of an array of the carrier type in decimal; floating-point values in their shortest exact form. */
    public String textAt(Object array, int index) {
        return switch (this) {
            case INT8, UINT8, INT16, UINT16, INT32, UINT32 -> Long.toString((long) doubleAt(array, index));
            case INT64 -> Long.toString(((long[]) array)[index]);
            case UINT64 -> Long.toUnsignedString(((long[]) array)[index]);
            case FLOAT32 -> Float.toString(((float[]) array)[index]);
            case FLOAT64 -> Double.toString(((double[]) array)[index]);
        };
    }

    private static double unsignedToDouble(long bits) {
        // Halved to fit the sign, with the lost bit kept sticky so that the final rounding is right.
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }
}
