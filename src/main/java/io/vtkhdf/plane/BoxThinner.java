package io.vtkhdf.plane;

import java.util.Arrays;

/** Makes one row of fewer values of several rows. Values belong to one box each, except where they are averaged. */
abstract class BoxThinner {

    /** Columns that there are, and that become of them. */
    final int from;

    final int to;

    BoxThinner(int from, int to) {
        this.from = from;
        this.to = to;
    }

    static BoxThinner of(Thinning how, int from, int to) {
        return switch (how) {
            case MEAN, NONE -> new Mean(from, to);
            case MODE -> new Mode(from, to);
            case MAX -> new End(from, to, true);
            case MIN -> new End(from, to, false);
        };
    }

    /**
     * Takes a row.
     *
     * @param share how much of it lies inside, above 0 and at most 1
     * @param isInside whether its first edge does, so that it belongs here if it can belong to one row only
     */
    abstract void add(double[] row, double share, boolean isInside);

    /** Hands out the row, and begins the next one. */
    abstract void flush(double[] target);

    /** To which column one belongs. */
    final int columnOf(int x) {
        return (int) ((long) x * to / from);
    }

    private static final class Mean extends BoxThinner {
        private static final int KINDS = 4;
        private final double[] sums;
        /** Of each kind of values, of which the first are finite, how much there is in each box. */
        private final double[][] shares;

        Mean(int from, int to) {
            super(from, to);
            this.sums = new double[to];
            this.shares = new double[KINDS][to];
        }

        @Override
        void add(double[] row, double share, boolean isInside) {
            for (int x = 0; x < from; x++) {
                int column = columnOf(x);
                long end = (long) (column + 1) * from;
                long beyond = Math.max((long) (x + 1) * to - end, 0);
                put(column, row[x], share * (to - beyond) / to);
                if (beyond > 0) {
                    put(column + 1, row[x], share * beyond / to);
                }
            }
        }

        private void put(int column, double value, double share) {
            if (Double.isFinite(value)) {
                sums[column] += value * share;
                shares[0][column] += share;
            } else {
                shares[Double.isNaN(value) ? 1 : value > 0 ? 2 : 3][column] += share;
            }
        }

        @Override
        void flush(double[] target) {
            for (int i = 0; i < to; i++) {
                target[i] = valueOf(i);
            }
            Arrays.fill(sums, 0);
            for (double[] kind : shares) {
                Arrays.fill(kind, 0);
            }
        }

        private double valueOf(int column) {
            double nan = shares[1][column];
            double infinity = shares[2][column];
            double minusInfinity = shares[3][column];
            if (nan + infinity + minusInfinity <= shares[0][column]) {
                return sums[column] / shares[0][column];
            } else if (nan >= infinity && nan >= minusInfinity) {
                return Double.NaN;
            }
            return infinity >= minusInfinity ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
    }

    private static final class End extends BoxThinner {
        private final boolean isMax;
        private final double[] ends;

        End(int from, int to, boolean isMax) {
            super(from, to);
            this.isMax = isMax;
            this.ends = new double[to];
            Arrays.fill(ends, Double.NaN);
        }

        @Override
        void add(double[] row, double share, boolean isInside) {
            for (int x = 0; isInside && x < from; x++) {
                int column = columnOf(x);
                double end = ends[column];
                if (Double.isNaN(end) || (isMax ? row[x] > end : row[x] < end)) {
                    ends[column] = row[x];
                }
            }
        }

        @Override
        void flush(double[] target) {
            System.arraycopy(ends, 0, target, 0, to);
            Arrays.fill(ends, Double.NaN);
        }
    }

    private static final class Mode extends BoxThinner {
        private final ValueCounts[] boxes;

        Mode(int from, int to) {
            super(from, to);
            this.boxes = new ValueCounts[to];
            Arrays.setAll(boxes, i -> new ValueCounts());
        }

        @Override
        void add(double[] row, double share, boolean isInside) {
            for (int x = 0; isInside && x < from; x++) {
                boxes[columnOf(x)].add(row[x]);
            }
        }

        @Override
        void flush(double[] target) {
            for (int i = 0; i < to; i++) {
                target[i] = boxes[i].mostFrequent();
                boxes[i].clear();
            }
        }
    }
}
