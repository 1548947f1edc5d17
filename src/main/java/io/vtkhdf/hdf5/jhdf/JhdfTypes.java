package io.vtkhdf.hdf5.jhdf;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.StringData.PaddingType;
import io.jhdf.object.datatype.VariableLength;
import io.vtkhdf.hdf5.StoredType;
import io.vtkhdf.hdf5.StoredType.Booleans;
import io.vtkhdf.hdf5.StoredType.Charset;
import io.vtkhdf.hdf5.StoredType.Floats;
import io.vtkhdf.hdf5.StoredType.Integers;
import io.vtkhdf.hdf5.StoredType.Length;
import io.vtkhdf.hdf5.StoredType.Other;
import io.vtkhdf.hdf5.StoredType.Padding;
import io.vtkhdf.hdf5.StoredType.Text;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Datatype messages. */
public final class JhdfTypes {

    private static final Map<Integer, String> BOOLEANS = Map.of(0, "FALSE", 1, "TRUE");

    /** Of jHDF's ways in which the highest bit of a mantissa is stored: not at all. */
    private static final int IMPLIED = 2;

    /** The newest version of a message that jHDF knows for all classes. */
    private static final int KNOWN_VERSION = 3;

    /**
     * The newest version that there is, of HDF5 2.0. Versions 4 and 5 came with new references and complex numbers;
     * HDF5 writes them for whatever is made of other types, enumerations for one, if it is told to use the latest
     * format. Numbers, strings and enumerations are told as in version 3.
     */
    private static final int NEWEST_VERSION = 5;

    private JhdfTypes() {}

    /**
     * Parses a message. Of what is neither numbers nor strings only the beginning, because jHDF errs about some:
     * version and class (4 bits each), bits that depend on the class (3 bytes; the number of members of an
     * enumeration), and the size (4).
     */
    public static StoredType read(ByteBuffer content) {
        ByteBuffer start = content.slice().order(ByteOrder.LITTLE_ENDIAN);
        int number = start.get(0) & 0xf;
        int version = (start.get(0) & 0xf0) >> 4;
        boolean known = version <= NEWEST_VERSION
                && switch (number) {
                    case StoredType.FIXED_POINT, StoredType.FLOATING_POINT, StoredType.STRING -> true;
                    case StoredType.ENUMERATION ->
                        (start.getShort(1) & 0xffff) == BOOLEANS.size() && start.getInt(4) == Byte.BYTES;
                    case StoredType.VARIABLE_LENGTH -> (start.get(1) & 0xf) == 1;
                    default -> false;
                };
        return known
                ? JhdfFailures.translated(
                        () -> of(DataType.readDataType(version > KNOWN_VERSION ? ofKnownVersion(start) : start)))
                : new Other(number, start.getInt(4));
    }

    private static ByteBuffer ofKnownVersion(ByteBuffer message) {
        ByteBuffer copy = ByteBuffer.allocate(message.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        copy.put(message.duplicate()).flip();
        return copy.put(0, (byte) (KNOWN_VERSION << 4 | message.get(0) & 0xf));
    }

    static StoredType of(DataType type) {
        int size = type.getSize();
        if (type instanceof FixedPoint of) {
            return new Integers(size, of.getByteOrder(), of.isSigned(), of.getBitOffset(), of.getBitPrecision());
        } else if (type instanceof FloatingPoint of) {
            return floats(of);
        } else if (type instanceof EnumDataType of) {
            boolean isBoolean = size == Byte.BYTES && of.getEnumMapping().equals(BOOLEANS);
            return isBoolean ? new Booleans() : new Other(StoredType.ENUMERATION, size);
        } else if (type instanceof StringData of) {
            return new Text(size, charset(of.getCharset()), padding(of.getPaddingType()), Length.FIXED);
        } else if (type instanceof VariableLength of && of.isVariableLengthString()) {
            return new Text(size, charset(of.getEncoding()), padding(of.getPaddingType()), Length.VARIABLE);
        }
        return new Other(type.getDataClass(), size);
    }

    private static StoredType floats(FloatingPoint type) {
        int size = type.getSize();
        int sign = type.getSignLocation();
        int exponent = type.getExponentLocation();
        int exponentSize = type.getExponentSize();
        int mantissa = type.getMantissaLocation();
        int mantissaSize = type.getMantissaSize();
        boolean isSane = size <= Long.BYTES
                && type.getMantissaNormalization() == IMPLIED
                && sign < Byte.SIZE * size
                && isInside(exponent, exponentSize, size)
                && isInside(mantissa, mantissaSize, size);
        return isSane
                ? new Floats(
                        size,
                        type.getByteOrder(),
                        sign,
                        exponent,
                        exponentSize,
                        mantissa,
                        mantissaSize,
                        type.getExponentBias())
                : new Other(StoredType.FLOATING_POINT, size);
    }

    private static boolean isInside(int place, int bits, int size) {
        return place >= 0 && bits >= 1 && place + bits <= Byte.SIZE * size;
    }

    private static Charset charset(java.nio.charset.Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII) ? Charset.ASCII : Charset.UTF_8;
    }

    private static Padding padding(PaddingType padding) {
        return padding == PaddingType.SPACE_PADDED ? Padding.SPACE : Padding.NUL;
    }
}
