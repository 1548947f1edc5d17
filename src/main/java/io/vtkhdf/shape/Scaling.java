package io.vtkhdf.shape;

import io.vtkhdf.image.ScalarType;

/** What becomes of values before they are stored in another type. Immutable. */
public sealed interface Scaling {

    /** {@code value * factor + offset}. */
    record Linear(double factor, double offset) implements Scaling {
        public Linear {
            if (!Double.isFinite(factor) || factor == 0 || !Double.isFinite(offset)) {
                throw new IllegalArgumentException(
                        "found the scale " + factor + "," + offset + ", expected finite numbers, the first not 0");
            }
        }

        @Override
        public Line forType(ScalarType type) {
            return new Line(0, offset, factor);
        }

        @Override
        public String toString() {
            return factor + "," + offset;
        }
    }

    /** From {@code low} to {@code high} all of the type: the one becomes its smallest value, the other its largest. */
    record Range(double low, double high) implements Scaling {
        public Range {
            // Nearer to each other, or farther apart, and no double would be the factor.
            if (!(high - low >= 0x1p-900 && high - low <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "found the scale " + low + ":" + high + ", expected finite numbers, the smaller one first");
            }
        }

        /** Of 64 bits the last ones are left out, so that no rounding leads beyond. */
        @Override
        public Line forType(ScalarType type) {
            if (type.isFloating()) {
                throw new IllegalArgumentException("found the scale " + this + " for " + type.vtkName()
                        + ", expected a type of integers, or FACTOR,OFFSET");
            }
            double smallest = Cast.smallest(type);
            double all = Cast.largest(type) - smallest;
            double safe = type.size() == Long.BYTES ? all - 2 * Math.ulp(all) : all;
            return new Line(low, smallest, safe / (high - low));
        }

        @Override
        public String toString() {
            return low + ":" + high;
        }
    }

    /**
     * What is computed of each value: {@code (value - from) * factor + to}, so that nothing is lost where values are
     * large and far apart from each other by little.
     */
    record Line(double from, double to, double factor) {
        double of(double value) {
            return (value - from) * factor + to;
        }
    }

    /** @throws IllegalArgumentException if it is of no use for that type */
    Line forType(ScalarType type);

    static Scaling of(double factor, double offset) {
        return new Linear(factor, offset);
    }

    static Scaling ofRange(double low, double high) {
        return new Range(low, high);
    }
}
