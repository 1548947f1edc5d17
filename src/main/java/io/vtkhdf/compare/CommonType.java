package io.vtkhdf.compare;

import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;

/**
 * The type as which values of two types, of A and of B, are compared: that of both if it is one; of two types of
 * integers Int64, which holds all but UInt64; else Float64, to which integers beyond 2^53 are rounded.
 */
record CommonType(ScalarType a, ScalarType b) {

    ScalarType type() {
        if (isOne()) {
            return a;
        }
        boolean isWithinLong = !a.isFloating() && !b.isFloating() && a != ScalarType.UINT64 && b != ScalarType.UINT64;
        return isWithinLong ? ScalarType.INT64 : ScalarType.FLOAT64;
    }

    boolean isOne() {
        return a == b;
    }

    /** Values of A as an array of the common type's carrier. */
    Object ofA(ByteBuffer values) {
        return widened(values, a);
    }

    /** Values of B as an array of the common type's carrier. */
    Object ofB(ByteBuffer values) {
        return widened(values, b);
    }

    private Object widened(ByteBuffer bytes, ScalarType from) {
        ScalarType to = type();
        int count = bytes.remaining() / from.size();
        Object values = from.toArray(bytes);
        if (to == from) {
            return values;
        } else if (to == ScalarType.INT64) {
            long[] wide = new long[count];
            for (int i = 0; i < count; i++) {
                wide[i] = (long) from.doubleAt(values, i);
            }
            return wide;
        }
        double[] wide = new double[count];
        for (int i = 0; i < count; i++) {
            wide[i] = from.doubleAt(values, i);
        }
        return wide;
    }
}
