package io.vtkhdf.hdf5.number;

import io.vtkhdf.chunk.ElementDecoder;
import io.vtkhdf.hdf5.StoredType.Floats;
import java.nio.ByteBuffer;

/**
 * Floating-point numbers in the manner of IEEE 754, such as of 16 bits: with an exponent of no bits set they are below
 * the normal ones, with one of all bits set infinite, or none if the mantissa has any.
 *
 * @param isSingle whether the values are binary32, else binary64, which has them all
 */
record FloatDecoder(Floats type, boolean isSingle) implements ElementDecoder {

    private static final int MANTISSA = 52;
    private static final int BIAS = 1023;
    private static final long INFINITE = 0x7ffL << MANTISSA;

    @Override
    public void decode(ByteBuffer elements, int from, ByteBuffer values, int to) {
        double value = value(ElementDecoder.bits(elements, from, type.size()));
        if (isSingle) {
            values.putFloat(Float.BYTES * to, (float) value);
        } else {
            values.putDouble(Double.BYTES * to, value);
        }
    }

    private double value(long bits) {
        long mantissa = bits >>> type.mantissa() & (1L << type.mantissaSize()) - 1;
        long largest = (1L << type.exponentSize()) - 1;
        long exponent = bits >>> type.exponent() & largest;
        long sign = (bits >>> type.sign()) << Long.SIZE - 1;
        long fraction = mantissa << MANTISSA - type.mantissaSize();
        long biased = exponent - type.bias() + BIAS;
        long magnitude;
        if (exponent == largest) {
            magnitude = INFINITE | fraction;
        } else if (exponent > 0 && biased > 0) {
            magnitude = biased << MANTISSA | fraction;
        } else {
            long whole = exponent > 0 ? mantissa | 1L << type.mantissaSize() : mantissa;
            long power = Math.max(exponent, 1) - type.bias() - type.mantissaSize();
            magnitude = Double.doubleToRawLongBits(Math.scalb((double) whole, (int) power));
        }
        return Double.longBitsToDouble(sign | magnitude);
    }
}
