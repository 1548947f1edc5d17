package io.vtkhdf.distribution;

import io.vtkhdf.image.ScalarType;

/**
 * Finite values as integers of the same order, so that a range of them can be halved until one is left. Of a type of
 * few values they are few, and soon told apart.
 */
public enum ValueOrder {
    /** Integers of up to 32 bits, which are their own. */
    INTEGER {
        @Override
        long key(double value) {
            return (long) value;
        }

        @Override
        double value(long key) {
            return key;
        }
    },
    /** Single precision. */
    FLOAT {
        @Override
        long key(double value) {
            int bits = Float.floatToIntBits((float) value + 0f);
            return bits ^ bits >> 31 & Integer.MAX_VALUE;
        }

        @Override
        double value(long key) {
            int bits = (int) key;
            return Float.intBitsToFloat(bits ^ bits >> 31 & Integer.MAX_VALUE);
        }
    },
    /** Double precision, to which integers of 64 bits are rounded. */
    DOUBLE {
        @Override
        long key(double value) {
            long bits = Double.doubleToLongBits(value + 0.0);
            return bits ^ bits >> 63 & Long.MAX_VALUE;
        }

        @Override
        double value(long key) {
            return Double.longBitsToDouble(key ^ key >> 63 & Long.MAX_VALUE);
        }
    };

    public static ValueOrder of(ScalarType type) {
        if (type.size() == Long.BYTES) {
            return DOUBLE;
        }
        return type.isFloating() ? FLOAT : INTEGER;
    }

    /** Of two zeros the same. */
    abstract long key(double value);

    abstract double value(long key);
}
