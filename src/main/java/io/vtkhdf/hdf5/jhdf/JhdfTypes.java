package io.vtkhdf.hdf5.jhdf;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.StringData.PaddingType;
import io.jhdf.object.datatype.VariableLength;
import io.vtkhdf.hdf5.StoredType;
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

/** Datatype messages. */
public final class JhdfTypes {

    private JhdfTypes() {}

    /**
     * Parses a message. Of what is neither numbers nor strings only the beginning, because jHDF errs about some:
     * version and class (4 bits each), bits that depend on the class (3 bytes), and the size (4).
     */
    public static StoredType read(ByteBuffer content) {
        ByteBuffer start = content.slice().order(ByteOrder.LITTLE_ENDIAN);
        int number = start.get(0) & 0xf;
        boolean known =
                switch (number) {
                    case StoredType.FIXED_POINT, StoredType.FLOATING_POINT, StoredType.STRING -> true;
                    case StoredType.VARIABLE_LENGTH -> (start.get(1) & 0xf) == 1;
                    default -> false;
                };
        return known
                ? JhdfFailures.translated(() -> of(DataType.readDataType(content)))
                : new Other(number, start.getInt(4));
    }

    static StoredType of(DataType type) {
        int size = type.getSize();
        if (type instanceof FixedPoint of) {
            return new Integers(size, of.getByteOrder(), of.isSigned(), of.getBitOffset(), of.getBitPrecision());
        } else if (type instanceof FloatingPoint of) {
            return new Floats(size, of.getByteOrder(), isIeee(of, 32, 8) || isIeee(of, 64, 11));
        } else if (type instanceof StringData of) {
            return new Text(size, charset(of.getCharset()), padding(of.getPaddingType()), Length.FIXED);
        } else if (type instanceof VariableLength of && of.isVariableLengthString()) {
            return new Text(size, charset(of.getEncoding()), padding(of.getPaddingType()), Length.VARIABLE);
        }
        return new Other(type.getDataClass(), size);
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

    private static Charset charset(java.nio.charset.Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII) ? Charset.ASCII : Charset.UTF_8;
    }

    private static Padding padding(PaddingType padding) {
        return padding == PaddingType.SPACE_PADDED ? Padding.SPACE : Padding.NUL;
    }
}
