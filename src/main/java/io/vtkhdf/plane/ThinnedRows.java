package io.vtkhdf.plane;

import io.vtkhdf.image.ScalarType;
import java.io.IOException;

/**
 * As many values of a plane as a picture shows, row after row. A plane of several components is one of colours: red,
 * green and blue from 0 to 255, and maybe how opaque they are; such a value is {@code 0xRRGGBB}, over white.
 */
public final class ThinnedRows {

    private static final int OPAQUE = 255;

    private final Plane plane;
    private final PlaneRows rows;
    private final boolean isUpwards;
    private final int width;
    private final int height;
    private final BoxThinner[] thinners;
    /** The last row that was read, in as many channels as there are thinners. */
    private final double[][] channels;

    private final double[][] thinned;
    private int read;
    private int next;

    /**
     * @param width how many columns there are to be, at most those of the plane
     * @param height how many rows, likewise
     * @param isUpwards from row 0 on, or from the last one
     */
    public ThinnedRows(Plane plane, int width, int height, Thinning how, boolean isUpwards) throws IOException {
        this.plane = plane;
        this.rows = new PlaneRows(plane, isUpwards);
        this.isUpwards = isUpwards;
        this.width = width;
        this.height = height;
        int count = plane.spec().components() == 1 ? 1 : 3;
        this.thinners = new BoxThinner[count];
        for (int i = 0; i < count; i++) {
            thinners[i] = BoxThinner.of(count == 1 ? how : Thinning.MEAN, plane.width(), width);
        }
        this.channels = new double[count][plane.width()];
        this.thinned = new double[count][width];
        this.read = -1;
        this.next = isUpwards ? 0 : height - 1;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Puts the next row into {@code target}, the fast axis ascending. */
    public void next(double[] target) throws IOException {
        long all = plane.height();
        int first = (int) (next * all / height);
        int last = (int) (((next + 1) * all - 1) / height);
        for (int i = 0; i <= last - first; i++) {
            int row = isUpwards ? first + i : last - i;
            readTo(row);
            long share =
                    Math.min((long) (row + 1) * height, (next + 1) * all) - Math.max((long) row * height, next * all);
            for (int c = 0; c < thinners.length; c++) {
                thinners[c].add(channels[c], (double) share / height, (long) row * height / all == next);
            }
        }
        for (int c = 0; c < thinners.length; c++) {
            thinners[c].flush(thinned[c]);
        }
        put(target);
        next += isUpwards ? 1 : -1;
    }

    /** A row may have a part in two. */
    private void readTo(int row) throws IOException {
        if (row != read) {
            Object values = rows.next();
            read = row;
            for (int x = 0; x < plane.width(); x++) {
                if (channels.length == 1) {
                    channels[0][x] = plane.spec().type().doubleAt(values, x);
                } else {
                    takeColour(values, x);
                }
            }
        }
    }

    private void takeColour(Object values, int x) {
        ScalarType type = plane.spec().type();
        int components = plane.spec().components();
        double opaque = components > 3 ? type.doubleAt(values, x * components + 3) / OPAQUE : 1;
        for (int c = 0; c < channels.length; c++) {
            channels[c][x] = OPAQUE + opaque * (type.doubleAt(values, x * components + c) - OPAQUE);
        }
    }

    private void put(double... target) {
        if (thinned.length == 1) {
            System.arraycopy(thinned[0], 0, target, 0, width);
            return;
        }
        for (int x = 0; x < width; x++) {
            int colour = 0;
            for (double[] channel : thinned) {
                colour = colour << 8 | (int) Math.round(channel[x]);
            }
            target[x] = colour;
        }
    }
}
