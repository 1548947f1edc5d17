package io.vtkhdf.cli.slice;

import io.vtkhdf.image.ScalarType;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * As much of a slice as a picture shows: some of its columns and rows, evenly picked, each value a number; and the
 * range of all its finite values. Reads strip by strip, in memory that does not grow with the slice.
 */
final class SliceSample {

    private final SlicePlane plane;
    private final OptionalInt component;
    private final int width;
    private final int height;
    private final double[] values;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private final Set<SpecialValue> special = EnumSet.noneOf(SpecialValue.class);

    private SliceSample(SlicePlane plane, OptionalInt component, int width, int height) {
        this.plane = plane;
        this.component = component;
        this.width = width;
        this.height = height;
        this.values = new double[width * height];
    }

    /**
     * @param component which one; if empty, a tuple of several is its magnitude
     * @param most how many columns, and how many rows, are picked at most
     * @throws UnsupportedOperationException if a row takes 2^31 bytes or more
     */
    static SliceSample read(SlicePlane plane, OptionalInt component, int most) throws IOException {
        SliceSample sample =
                new SliceSample(plane, component, Math.min(plane.width(), most), Math.min(plane.height(), most));
        sample.read();
        return sample;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double at(int column, int row) {
        return values[row * width + column];
    }

    /** The smallest and largest finite value; 0 to 0 if there is none. */
    ValueRange range() {
        return isEmpty() ? new ValueRange(0, 0) : new ValueRange(min, max);
    }

    /** Whether no value is finite. */
    boolean isEmpty() {
        return min > max;
    }

    /** Those that there are. */
    Set<SpecialValue> special() {
        return special;
    }

    private void read() throws IOException {
        long rowBytes = plane.rowBytes();
        if (rowBytes > Integer.MAX_VALUE) {
            throw new UnsupportedOperationException("array '" + plane.spec().name() + "': found a row of " + rowBytes
                    + " bytes, expected fewer than 2^31");
        }
        int rows = stripRows(rowBytes);
        ByteBuffer strip = ByteBuffer.allocate((int) (Math.min(rows, plane.height()) * rowBytes))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int first = 0; first < plane.height(); first += rows) {
            int count = Math.min(rows, plane.height() - first);
            plane.readRows(first, count, strip.clear());
            for (int row = 0; row < count; row++) {
                ByteBuffer bytes = strip.slice((int) (row * rowBytes), (int) rowBytes);
                addRow(first + row, plane.spec().type().toArray(bytes.order(ByteOrder.LITTLE_ENDIAN)));
            }
        }
    }

    /**
     * As many rows as fit, but whole chunks if they do: a chunk is decoded anew for each strip that has a part in it.
     */
    private int stripRows(long rowBytes) throws IOException {
        long memory = MemoryBudget.PICTURE.bytes();
        int fitting = (int) Math.max(1, memory / rowBytes);
        int chunk = plane.rowsTogether();
        return fitting < chunk ? fitting : fitting / chunk * chunk;
    }

    private void addRow(int row, Object rowValues) {
        int target = (int) ((long) row * height / plane.height());
        boolean shown = picked(target, height, plane.height()) == row;
        int column = 0;
        for (int x = 0; x < plane.width(); x++) {
            double value = shown(rowValues, x);
            note(value);
            if (shown && column < width && picked(column, width, plane.width()) == x) {
                values[target * width + column] = value;
                column++;
            }
        }
    }

    /** Which of {@code all} is the one of {@code count} that are picked: the first of its share. */
    private static int picked(int which, int count, int all) {
        return (int) (((long) which * all + count - 1) / count);
    }

    private void note(double value) {
        if (Double.isFinite(value)) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        } else {
            special.add(SpecialValue.of(value));
        }
    }

    private double shown(Object rowValues, int tuple) {
        ScalarType type = plane.spec().type();
        int components = plane.spec().components();
        if (components == 1 || component.isPresent()) {
            return type.doubleAt(rowValues, tuple * components + component.orElse(0));
        }
        double sum = 0;
        for (int c = 0; c < components; c++) {
            double value = type.doubleAt(rowValues, tuple * components + c);
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
