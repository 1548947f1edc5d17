package io.vtkhdf.hdf5.read;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * An HDF5 datatype that is one of the ten scalar types.
 *
 * @param order the byte order of the values in the file
 */
public record StoredNumbers(ScalarType type, ByteOrder order) {

    /** Empty for other datatypes: other widths, padded integers, other floating-point formats, enumerations, … */
    static Optional<StoredNumbers> of(DataType type) {
        Optional<ScalarType> scalar = Optional.empty();
        if (type instanceof FixedPoint integer) {
            scalar = integer(integer);
        } else if (type instanceof FloatingPoint floating) {
            scalar = floating(floating);
        }
        return scalar.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredNumbers(scalar.get(), ((OrderedDataType) type).getByteOrder()));
    }

    /** Whether these are integers or floating-point numbers of at most 64 bits, of whatever layout. */
    public static boolean isNumber(DataType type) {
        return (type instanceof FixedPoint || type instanceof FloatingPoint) && type.getSize() <= Long.BYTES;
    }

    private static Optional<ScalarType> integer(FixedPoint type) {
        if (type.getBitOffset() != 0 || type.getBitPrecision() != 8 * type.getSize()) {
            return Optional.empty();
        }
        boolean signed = type.isSigned();
        return switch (type.getSize()) {
            case 1 -> Optional.of(signed ? ScalarType.INT8 : ScalarType.UINT8);
            case 2 -> Optional.of(signed ? ScalarType.INT16 : ScalarType.UINT16);
            case 4 -> Optional.of(signed ? ScalarType.INT32 : ScalarType.UINT32);
            case 8 -> Optional.of(signed ? ScalarType.INT64 : ScalarType.UINT64);
            default -> Optional.empty();
        };
    }

    private static Optional<ScalarType> floating(FloatingPoint type) {
        if (isIeee(type, 32, 8)) {
            return Optional.of(ScalarType.FLOAT32);
        }
        return isIeee(type, 64, 11) ? Optional.of(ScalarType.FLOAT64) : Optional.empty();
    }

    private static boolean isIeee(FloatingPoint type, int bits, int exponentBits) {
        int mantissaBits = bits - 1 - exponentBits;
        return type.getSize() == bits / 8
                && type.getBitOffset() == 0
                && type.getBitPrecision() == bits
                && type.getSignLocation() == bits - 1
                && type.getExponentLocation() == mantissaBits
                && type.getExponentSize() == exponentBits
                && type.getMantissaLocation() == 0
                && type.getMantissaSize() == mantissaBits
                && type.getExponentBias() == (1 << exponentBits - 1) - 1;
    }

    /** The values in the buffer as an array of the type's carrier. */
    public Object values(ByteBuffer bytes) {
        ByteBuffer source = bytes.slice().order(order);
        int count = source.remaining() / type.size();
        Object values = type.newArray(count);
        if (count > 0) {
            CopyTarget.of(type, values).put(source, 0, 1, 0, 1, 1, count);
        }
        return values;
    }

    /** The next {@code size} bytes, least significant first; negative if they do not fit. */
    static long unsigned(ByteBuffer bytes, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            long octet = bytes.get() & 0xff;
            if (i < Long.BYTES) {
                value |= octet << 8 * i;
            } else if (octet != 0) {
                return -1;
            }
        }
        return value;
    }
}
