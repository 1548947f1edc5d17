package io.vtkhdf.picture;

import java.awt.Point;
import java.util.ArrayList;
import java.util.List;

/** Where panels stand: in rows of so many, each column as wide and each row as high as its largest. */
final class FigureLayout {

    private final List<Point> places = new ArrayList<>();
    private final int width;
    private final int height;

    /** @param gap between two of them */
    FigureLayout(List<PanelFrame> frames, int columns, int gap) {
        int count = Math.min(columns, frames.size());
        int[] left = new int[count];
        int[] wide = new int[count];
        for (int i = 0; i < frames.size(); i++) {
            left[i % count] = Math.max(left[i % count], frames.get(i).left());
            wide[i % count] = Math.max(wide[i % count], frames.get(i).size().width());
        }
        int top = 0;
        int right = 0;
        for (int first = 0; first < frames.size(); first += count) {
            List<PanelFrame> row = frames.subList(first, Math.min(first + count, frames.size()));
            int above = row.stream().mapToInt(PanelFrame::above).max().orElse(0);
            int high =
                    row.stream().mapToInt(frame -> frame.size().height()).max().orElse(0);
            int below = row.stream().mapToInt(PanelFrame::below).max().orElse(0);
            int x = 0;
            for (int i = 0; i < row.size(); i++) {
                x += left[i];
                // All of a row stand on one line.
                places.add(new Point(x, top + above + high - row.get(i).size().height()));
                x += wide[i] + row.get(i).border();
                right = Math.max(right, x);
                x += gap;
            }
            top += above + high + below + gap;
        }
        this.width = right;
        this.height = top - gap;
    }

    /** Where the values of each panel begin, from the corner of all of them. */
    List<Point> places() {
        return places;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
