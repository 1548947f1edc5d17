package io.vtkhdf.plane;

import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Values that stand behind each other, each place with what is known of it so far. */
abstract class Projected {

    /** Takes a further value of a place, {@code values} being of the array's carrier. */
    abstract void add(int place, Object values, int index);

    /** Appends the results of the first places. */
    abstract void putTo(ByteBuffer target, int places);

    static Projected of(Projection how, ScalarType type, int places) {
        if (how == Projection.MEAN) {
            return new Means(type, places);
        }
        return type.isFloating()
                ? new FloatingEnds(type, how == Projection.MAX, places)
                : new IntegerEnds(type, how == Projection.MAX, places);
    }

    private static final class Means extends Projected {
        private final ScalarType type;
        private final double[] sums;
        private final int[] counts;

        Means(ScalarType type, int places) {
            this.type = type;
            this.sums = new double[places];
            this.counts = new int[places];
        }

        @Override
        void add(int place, Object values, int index) {
            double value = type.doubleAt(values, index);
            if (!Double.isNaN(value)) {
                sums[place] += value;
                counts[place]++;
            }
        }

        @Override
        void putTo(ByteBuffer target, int places) {
            for (int i = 0; i < places; i++) {
                target.putDouble(sums[i] / counts[i]);
            }
        }
    }

    private static final class FloatingEnds extends Projected {
        private final ScalarType type;
        private final boolean isMax;
        private final double[] ends;

        FloatingEnds(ScalarType type, boolean isMax, int places) {
            this.type = type;
            this.isMax = isMax;
            this.ends = new double[places];
            Arrays.fill(ends, Double.NaN);
        }

        @Override
        void add(int place, Object values, int index) {
            double value = type.doubleAt(values, index);
            double end = ends[place];
            if (Double.isNaN(end) || (isMax ? value > end : value < end)) {
                ends[place] = value;
            }
        }

        @Override
        void putTo(ByteBuffer target, int places) {
            for (int i = 0; i < places; i++) {
                if (type == ScalarType.FLOAT32) {
                    target.putFloat((float) ends[i]);
                } else {
                    target.putDouble(ends[i]);
                }
            }
        }
    }

    /** All digits of integers count, of which a double has not enough. */
    private static final class IntegerEnds extends Projected {
        private final ScalarType type;
        private final boolean isMax;
        /** Of UInt64 with the sign turned round, so that they compare as they should. */
        private final long[] ends;

        IntegerEnds(ScalarType type, boolean isMax, int places) {
            this.type = type;
            this.isMax = isMax;
            this.ends = new long[places];
            Arrays.fill(ends, isMax ? Long.MIN_VALUE : Long.MAX_VALUE);
        }

        @Override
        void add(int place, Object values, int index) {
            long value = values instanceof long[] longs ? longs[index] ^ turned() : (long) type.doubleAt(values, index);
            ends[place] = isMax ? Math.max(ends[place], value) : Math.min(ends[place], value);
        }

        private long turned() {
            return type == ScalarType.UINT64 ? Long.MIN_VALUE : 0;
        }

        @Override
        void putTo(ByteBuffer target, int places) {
            for (int i = 0; i < places; i++) {
                switch (type.size()) {
                    case 1 -> target.put((byte) ends[i]);
                    case 2 -> target.putShort((short) ends[i]);
                    case 4 -> target.putInt((int) ends[i]);
                    default -> target.putLong(ends[i] ^ turned());
                }
            }
        }
    }
}
