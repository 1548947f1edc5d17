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
        public Linear forType(ScalarType type) {
            return this;
        }

        @Override
        public String toString() {
            return factor + "," + offset;
        }
    }

    /** From {@code low} to {@code high} all of the type: the one becomes its smallest value, the other its largest. */
    record Range(double low, double high) implements Scaling {
        public Range {
            if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
                throw new IllegalArgumentException(
                        "found the scale " + low + ":" + high + ", expected finite numbers, the smaller one first");
            }
        }

        @Override
        public Linear forType(ScalarType type) {
            if (type.isFloating()) {
                throw new IllegalArgumentException("found the scale " + this + " for " + type.vtkName()
                        + ", expected a type of integers, or FACTOR,OFFSET");
            }
            double smallest = Cast.smallest(type);
            double factor = (Cast.largest(type) - smallest) / (high - low);
            return new Linear(factor, smallest - low * factor);
        }

        @Override
        public String toString() {
            return low + ":" + high;
        }
    }

    /** @throws IllegalArgumentException if it is of no use for that type */
    Linear forType(ScalarType type);

    static Scaling of(double factor, double offset) {
        return new Linear(factor, offset);
    }

    static Scaling ofRange(double low, double high) {
        return new Range(low, high);
    }
}
