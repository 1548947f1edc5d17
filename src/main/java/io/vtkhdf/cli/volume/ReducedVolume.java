package io.vtkhdf.cli.volume;

import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.plane.ComponentValues;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * An array with fewer values along each axis, each the mean of what it covers without what is not finite; NaN where
 * nothing is. The array is read once, z slice by z slice; beside the result a slice is held, and two layers of the
 * result.
 */
final class ReducedVolume {

    private final ArraySpec array;
    private final OptionalInt component;
    private final ReducedAxis x;
    private final ReducedAxis y;
    private final ReducedAxis z;
    private final float[] values;

    /** A row of the slice, reduced along x: sums, and of how much. */
    private final double[] row;

    private final double[] rowShare;
    /** The layer that is filled, and the next: sums, and of how much. */
    private double[] sums;

    private double[] shares;
    private double[] nextSums;
    private double[] nextShares;

    private ReducedVolume(ArraySpec array, OptionalInt component, Dimensions all, int most) {
        this.array = array;
        this.component = component;
        this.x = ReducedAxis.of(all.x(), most);
        this.y = ReducedAxis.of(all.y(), most);
        this.z = ReducedAxis.of(all.z(), most);
        this.values = new float[x.fewer() * y.fewer() * z.fewer()];
        this.row = new double[x.fewer()];
        this.rowShare = new double[x.fewer()];
        int layer = x.fewer() * y.fewer();
        this.sums = new double[layer];
        this.shares = new double[layer];
        this.nextSums = new double[layer];
        this.nextShares = new double[layer];
    }

    /**
     * @param component which one; if empty, a tuple of several is its magnitude
     * @param most how many values along each axis at most
     * @throws UnsupportedOperationException if a z slice takes 2^31 bytes or more
     */
    static ReducedVolume read(ImageSource image, ArraySpec array, OptionalInt component, int most) throws IOException {
        ReducedVolume volume =
                new ReducedVolume(array, component, image.geometry().dimensions(array.association()), most);
        volume.read(image);
        return volume;
    }

    ReducedAxis x() {
        return x;
    }

    ReducedAxis y() {
        return y;
    }

    ReducedAxis z() {
        return z;
    }

    /** x fastest. */
    float[] values() {
        return values;
    }

    private void read(ImageSource image) throws IOException {
        ByteBuffer slice =
                ByteBuffer.allocate(SlabLoop.sliceBytes(image, array)).order(ByteOrder.LITTLE_ENDIAN);
        int rowBytes = x.all() * array.tupleSize();
        try (SlabReader reader = image.open(array)) {
            for (int k = 0; k < z.all(); k++) {
                reader.read(1, slice.clear());
                for (int j = 0; j < y.all(); j++) {
                    reduceRow(array.type()
                            .toArray(slice.slice(j * rowBytes, rowBytes).order(ByteOrder.LITTLE_ENDIAN)));
                    addRow(j, k);
                }
                if (k + 1 == z.all() || z.first(k + 1) > z.first(k)) {
                    endLayer(z.first(k));
                }
            }
        }
    }

    private void reduceRow(Object tuples) {
        Arrays.fill(row, 0);
        Arrays.fill(rowShare, 0);
        for (int i = 0; i < x.all(); i++) {
            double value = value(tuples, i);
            if (Double.isFinite(value)) {
                int first = x.first(i);
                double share = x.share(i);
                row[first] += share * value;
                rowShare[first] += share;
                if (share < 1) {
                    row[first + 1] += (1 - share) * value;
                    rowShare[first + 1] += 1 - share;
                }
            }
        }
    }

    private double value(Object tuples, int tuple) {
        int components = array.components();
        if (components == 1 || component.isPresent()) {
            return array.type().doubleAt(tuples, tuple * components + component.orElse(0));
        }
        return ComponentValues.magnitude(array, tuples, tuple);
    }

    private void addRow(int j, int k) {
        double alongY = y.share(j);
        double alongZ = z.share(k);
        add(sums, shares, y.first(j), alongY * alongZ);
        if (alongY < 1) {
            add(sums, shares, y.first(j) + 1, (1 - alongY) * alongZ);
        }
        if (alongZ < 1) {
            add(nextSums, nextShares, y.first(j), alongY * (1 - alongZ));
            if (alongY < 1) {
                add(nextSums, nextShares, y.first(j) + 1, (1 - alongY) * (1 - alongZ));
            }
        }
    }

    private void add(double[] layer, double[] layerShares, int target, double share) {
        int at = target * x.fewer();
        for (int i = 0; i < x.fewer(); i++) {
            layer[at + i] += share * row[i];
            layerShares[at + i] += share * rowShare[i];
        }
    }

    private void endLayer(int layer) {
        int at = layer * sums.length;
        for (int i = 0; i < sums.length; i++) {
            values[at + i] = shares[i] > 0 ? (float) (sums[i] / shares[i]) : Float.NaN;
        }
        double[] spentSums = sums;
        double[] spentShares = shares;
        sums = nextSums;
        shares = nextShares;
        nextSums = spentSums;
        nextShares = spentShares;
        Arrays.fill(nextSums, 0);
        Arrays.fill(nextShares, 0);
    }
}
