package io.vtkhdf.shape;

import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Makes values of one type those of another: rounded to the nearest, halves to the even one. Integers stay exact where
 * they are not scaled. Not thread-safe.
 */
final class Cast {

    private static final int BLOCK = 4096;

    /** Decides about a value that the type cannot hold: beyond its range, or NaN where there is none. */
    interface Outlier {
        /**
         * @param at the value's place among those that are cast
         * @param value that was found, as people read it
         * @throws io.vtkhdf.error.UnsupportedFileException unless the nearest one of the type is to be taken
         */
        void found(int at, String value) throws IOException;
    }

    private final ScalarType from;
    private final ScalarType to;
    private final Optional<Scaling.Line> scaling;
    private final double low;
    private final double high;
    private final boolean isExact;
    private final double[] floats;
    private final long[] integers;

    Cast(ScalarType from, ScalarType to, Optional<Scaling.Line> scaling) {
        this.from = from;
        this.to = to;
        this.scaling = scaling;
        this.isExact = !from.isFloating() && scaling.isEmpty();
        this.low = to.isFloating() ? -limit(to) : smallest(to);
        this.high = to.isFloating() ? limit(to) : largest(to);
        this.floats = new double[isExact ? 0 : BLOCK];
        this.integers = new long[isExact ? BLOCK : 0];
    }

    private static double limit(ScalarType type) {
        return type == ScalarType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
    }

    static double smallest(ScalarType type) {
        return type.isSigned() ? -Math.scalb(1.0, bits(type) - 1) : 0;
    }

    /** Of 64 bits the largest double that it can hold. */
    static double largest(ScalarType type) {
        int bits = bits(type) - (type.isSigned() ? 1 : 0);
        double beyond = Math.scalb(1.0, bits);
        return bits < 53 ? beyond - 1 : Math.nextDown(beyond);
    }

    private static int bits(ScalarType type) {
        return type.size() * Byte.SIZE;
    }

    /** Casts as many values, from the position of the one buffer on, and puts them into the other. */
    void run(ByteBuffer source, int count, ByteBuffer target, Outlier outlier) throws IOException {
        for (int done = 0; done < count; done += BLOCK) {
            int some = Math.min(BLOCK, count - done);
            int at = source.position() + done * from.size();
            if (isExact) {
                ValueBytes.read(from, source, at, integers, some);
                limitIntegers(some, done, outlier);
                ValueBytes.write(to, integers, some, from == ScalarType.UINT64, target);
            } else {
                ValueBytes.read(from, source, at, floats, some);
                scale(some);
                limitFloats(source, at, some, done, outlier);
                ValueBytes.write(to, floats, some, target);
            }
        }
    }

    private void scale(int count) {
        if (scaling.isPresent()) {
            Scaling.Line line = scaling.get();
            for (int i = 0; i < count; i++) {
                floats[i] = line.of(floats[i]);
            }
        }
        if (!to.isFloating()) {
            for (int i = 0; i < count; i++) {
                floats[i] = Math.rint(floats[i]);
            }
        }
    }

    private void limitFloats(ByteBuffer source, int at, int count, int done, Outlier outlier) throws IOException {
        for (int i = 0; i < count; i++) {
            double value = floats[i];
            if (value >= low && value <= high || to.isFloating() && isNoOverflow(value, source, at, i)) {
                continue;
            }
            outlier.found(done + i, shown(source, at + i * from.size()));
            floats[i] = Double.isNaN(value) ? 0 : value > high ? nearestToAbove() : low;
        }
    }

    /** Of 64 bits, 2^63 or 2^64 stands for the largest integer, which is no double. */
    private double nearestToAbove() {
        return !to.isFloating() && to.size() == Long.BYTES ? Math.nextUp(high) : high;
    }

    /** NaN and the infinities are values of these types. Just above the largest one, a value is rounded to it. */
    private boolean isNoOverflow(double value, ByteBuffer source, int at, int i) {
        if (Double.isNaN(value)) {
            return true;
        } else if (Double.isInfinite(value)) {
            double[] found = new double[1];
            ValueBytes.read(from, source, at + i * from.size(), found, 1);
            return Double.isInfinite(found[0]);
        }
        return Float.isFinite((float) value);
    }

    private String shown(ByteBuffer source, int at) {
        ByteBuffer value = source.slice(at, from.size()).order(source.order());
        return from.textAt(from.toArray(value), 0);
    }

    private void limitIntegers(int count, int done, Outlier outlier) throws IOException {
        if (to.isFloating() || from == to) {
            return;
        }
        boolean isUnsigned = from == ScalarType.UINT64;
        long least = to.isSigned() ? Long.MIN_VALUE >> Long.SIZE - bits(to) : 0;
        long most = to == ScalarType.UINT64 ? Long.MAX_VALUE : (1L << bits(to) - (to.isSigned() ? 1 : 0)) - 1;
        for (int i = 0; i < count; i++) {
            long value = integers[i];
            boolean isAbove = isUnsigned && value < 0 ? to != ScalarType.UINT64 : value > most;
            boolean isBelow = !isUnsigned && value < least;
            if (isAbove || isBelow) {
                outlier.found(done + i, isUnsigned ? Long.toUnsignedString(value) : Long.toString(value));
                integers[i] = isAbove ? most : least;
            }
        }
    }
}
