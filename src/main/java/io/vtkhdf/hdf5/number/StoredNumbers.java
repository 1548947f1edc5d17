package io.vtkhdf.hdf5.number;

import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.chunk.ElementDecoder;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.hdf5.StoredType;
import io.vtkhdf.hdf5.StoredType.Booleans;
import io.vtkhdf.hdf5.StoredType.Floats;
import io.vtkhdf.hdf5.StoredType.Integers;
import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * An HDF5 datatype whose elements are values of one of the ten scalar types, as VTK takes them: integers are of the
 * smallest one that has all their bits, floating-point numbers of at most 4 bytes binary32 and longer ones binary64, if
 * that has them all. Booleans, which VTK does not read, are bytes.
 *
 * @param stored what the elements are in the file
 */
public record StoredNumbers(ScalarType type, StoredType stored) {

    /** Empty for other datatypes: longer numbers, those beyond binary64, enumerations, … */
    public static Optional<StoredNumbers> of(StoredType type) {
        Optional<ScalarType> scalar = Optional.empty();
        if (type instanceof Integers integers) {
            scalar = integer(integers);
        } else if (type instanceof Floats floats) {
            scalar = floating(floats);
        } else if (type instanceof Booleans) {
            scalar = Optional.of(ScalarType.UINT8);
        }
        return scalar.isPresent() ? Optional.of(new StoredNumbers(scalar.get(), type)) : Optional.empty();
    }

    private static Optional<ScalarType> integer(Integers type) {
        int precision = type.precision();
        boolean isInside = precision >= 1
                && type.offset() >= 0
                && type.size() <= Long.BYTES
                && type.offset() <= Byte.SIZE * type.size() - precision;
        if (!isInside) {
            return Optional.empty();
        }
        boolean signed = type.signed();
        if (precision > Integer.SIZE) {
            return Optional.of(signed ? ScalarType.INT64 : ScalarType.UINT64);
        } else if (precision > Short.SIZE) {
            return Optional.of(signed ? ScalarType.INT32 : ScalarType.UINT32);
        } else if (precision > Byte.SIZE) {
            return Optional.of(signed ? ScalarType.INT16 : ScalarType.UINT16);
        }
        return Optional.of(signed ? ScalarType.INT8 : ScalarType.UINT8);
    }

    private static Optional<ScalarType> floating(Floats type) {
        if (type.size() <= Float.BYTES && fits(type, Float.MIN_EXPONENT, Float.MAX_EXPONENT, 23)) {
            return Optional.of(ScalarType.FLOAT32);
        }
        return fits(type, Double.MIN_EXPONENT, Double.MAX_EXPONENT, 52)
                ? Optional.of(ScalarType.FLOAT64)
                : Optional.empty();
    }

    /** Whether an IEEE type of normal numbers of these exponents has all values. */
    private static boolean fits(Floats type, int least, int most, int mantissaSize) {
        if (type.exponentSize() > Integer.SIZE - 2 || type.mantissaSize() > mantissaSize) {
            return false;
        }
        long largest = (1L << type.exponentSize()) - 2 - type.bias();
        long smallest = 1L - type.bias() - type.mantissaSize();
        return largest <= most && smallest >= least - mantissaSize;
    }

    /** The byte order of the elements in the file. */
    public ByteOrder order() {
        if (stored instanceof Integers integers) {
            return integers.order();
        }
        return stored instanceof Floats floats ? floats.order() : ByteOrder.LITTLE_ENDIAN;
    }

    /** Whether the file has the values in their type itself, in whatever byte order. */
    public boolean isPlain() {
        if (stored instanceof Integers integers) {
            return integers.isPlain() && integers.size() == type.size();
        }
        return stored instanceof Floats floats && (floats.isSingle() || floats.isDouble());
    }

    /** Whether the file has the values as this library writes them. */
    public boolean isAsWritten() {
        return isPlain() && (type.size() == 1 || order() == ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * How the elements stand in the file.
     *
     * @param fill the bytes of one
     */
    public ElementForm form(ByteBuffer fill) {
        return new ElementForm(order(), fill, decoder(), type.size());
    }

    private Optional<ElementDecoder> decoder() {
        if (isPlain()) {
            return Optional.empty();
        } else if (stored instanceof Integers integers) {
            return Optional.of(new IntegerDecoder(integers, type.size()));
        }
        return stored instanceof Floats floats
                ? Optional.of(new FloatDecoder(floats, type == ScalarType.FLOAT32))
                : Optional.empty();
    }

    /** The values of the elements in the buffer as an array of the type's carrier. */
    public Object values(ByteBuffer bytes) {
        ByteBuffer source = bytes.slice().order(order());
        int count = source.remaining() / stored.size();
        Object values = type.newArray(count);
        if (count > 0) {
            form(source).into(CopyTarget.of(type, values)).put(source, 0, 1, 0, 1, 1, count);
        }
        return values;
    }
}
