package io.vtkhdf.picture;

import io.vtkhdf.plane.ThinnedRows;
import io.vtkhdf.plane.Thinning;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;

/**
 * The pixels of a panel, line by line from its top. Its values are held if they are few; else they are read as they are
 * needed, which is downwards where coordinates grow upwards.
 */
final class PanelRows {

    private final Panel panel;
    private final PanelSize size;
    private final ColourScale scale;
    private final ThinnedRows rows;
    /** Row after row as they are read, upwards; null if they are not held. */
    private final double[] held;

    private final double[] row;
    private final int[] colours;
    private int read;

    /** @param panels how many there are that may hold their values */
    PanelRows(Panel panel, PanelSize size, ColourScale scale, Thinning thinning, int panels) throws IOException {
        this.panel = panel;
        this.size = size;
        this.scale = scale;
        long bytes = (long) size.columns() * size.rows() * Double.BYTES;
        boolean isHeld = bytes <= MemoryBudget.HELD_PICTURE.bytes() / panels;
        this.rows = new ThinnedRows(
                panel.plane(),
                size.columns(),
                size.rows(),
                thinning,
                isHeld || panel.upwards().step() < 0);
        this.row = new double[size.columns()];
        this.colours = new int[size.width()];
        this.held = isHeld ? readAll() : null;
        this.read = -1;
    }

    private double[] readAll() throws IOException {
        double[] values = new double[size.columns() * size.rows()];
        for (int i = 0; i < size.rows(); i++) {
            rows.next(row);
            System.arraycopy(row, 0, values, i * row.length, row.length);
        }
        return values;
    }

    /** The pixels of a line as 0xRRGGBB, in an array that is used again; lines are asked for in their order. */
    int[] line(int y) throws IOException {
        int wanted = panel.upwards().columnAt((size.height() - 1 - y + 0.5) / size.height(), size.rows());
        if (wanted != read) {
            if (held == null) {
                rows.next(row);
            } else {
                System.arraycopy(held, wanted * row.length, row, 0, row.length);
            }
            read = wanted;
            for (int x = 0; x < size.width(); x++) {
                colours[x] = scale.rgb(row[panel.across().columnAt((x + 0.5) / size.width(), size.columns())]);
            }
        }
        return colours;
    }
}
