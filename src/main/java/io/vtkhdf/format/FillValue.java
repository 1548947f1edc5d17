package io.vtkhdf.format;

import io.vtkhdf.image.ScalarType;

/** What values that were never written read as: NaN for floating-point types, else 0. */
public record FillValue(ScalarType type) {

    public boolean isZero() {
        return !type.isFloating();
    }

    /** One value, little-endian. */
    public byte[] value() {
        Object value =
                switch (type) {
                    case FLOAT32 -> new float[] {Float.NaN};
                    case FLOAT64 -> new double[] {Double.NaN};
                    default -> type.newArray(1);
                };
        return type.toBytes(value).array();
    }

    /** So many bytes, a multiple of the type's size, of the value again and again. */
    public byte[] bytes(int length) {
        byte[] value = value();
        byte[] bytes = new byte[length];
        if (!isZero()) {
            for (int i = 0; i < length; i += value.length) {
                System.arraycopy(value, 0, bytes, i, value.length);
            }
        }
        return bytes;
    }
}
