package io.vtkhdf.convert;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageSource;
import io.vtkhdf.ScalarType;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The range and mean of an array's values, all components together.
 *
 * @param min the smallest value that is not NaN; NaN if there is none
 * @param max the largest value that is not NaN; NaN if there is none
 * @param mean the mean of the finite values; NaN if there is none
 * @param nans how many values are NaN
 */
public record ArrayStatistics(double min, double max, double mean, long nans) {

    /** The bytes of values of any type that are looked at together. */
    private static final int PIECE = 1 << 20;

    /** Reads all of an array, slab by slab. */
    public static ArrayStatistics of(ImageSource source, ArraySpec array) throws IOException {
        Accumulator accumulator = new Accumulator(array.type());
        SlabLoop loop = new SlabLoop(source, List.of(array), SlabLoop.defaultMemory());
        loop.run(array, (first, slices, values) -> accumulator.add(values));
        return accumulator.result();
    }

    /** @throws IllegalArgumentException if the field holds strings */
    public static ArrayStatistics of(FieldArray field) {
        ScalarType type = field.type()
                .orElseThrow(() -> new IllegalArgumentException("'" + field.name() + "' holds strings, not numbers"));
        Accumulator accumulator = new Accumulator(type);
        accumulator.add(field.values());
        return accumulator.result();
    }

    private static final class Accumulator {
        private final ScalarType type;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double sum;
        private long finite;
        private long infinite;
        private long nans;

        Accumulator(ScalarType type) {
            this.type = type;
        }

        void add(ByteBuffer values) {
            for (int at = 0; at < values.limit(); at += PIECE) {
                int size = Math.min(PIECE, values.limit() - at);
                add(type.toArray(values.slice(at, size).order(values.order())));
            }
        }

        void add(Object values) {
            int count = Array.getLength(values);
            double slabSum = 0;
            for (int i = 0; i < count; i++) {
                double value = type.doubleAt(values, i);
                if (Double.isFinite(value)) {
                    finite++;
                    slabSum += value;
                } else if (Double.isNaN(value)) {
                    nans++;
                    continue;
                } else {
                    infinite++;
                }
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
            sum += slabSum;
        }

        ArrayStatistics result() {
            boolean any = finite + infinite > 0;
            return new ArrayStatistics(any ? min : Double.NaN, any ? max : Double.NaN, sum / finite, nans);
        }
    }
}
