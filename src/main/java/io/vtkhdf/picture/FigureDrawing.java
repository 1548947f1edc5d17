package io.vtkhdf.picture;

import io.vtkhdf.plane.Thinning;
import java.awt.Graphics2D;
import java.awt.Point;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws a {@link Figure} once, from its top to its bottom. */
final class FigureDrawing implements Canvas.Drawing {

    private final List<PanelFrame> frames;
    private final FigureLayout layout;
    private final PictureText text;
    private final List<String> lines;
    private final int margin;
    private final int top;
    private final ScaleBar bar;
    private final List<PanelRows> rows = new ArrayList<>();
    private final int width;

    /** @param lines none if there is nothing but the values */
    FigureDrawing(
            List<PanelFrame> frames,
            FigureLayout layout,
            ColourScale scale,
            Thinning thinning,
            PictureText text,
            List<String> lines)
            throws IOException {
        this.frames = frames;
        this.layout = layout;
        this.text = text;
        this.lines = lines;
        boolean isPlain = lines.isEmpty();
        this.margin = isPlain ? 0 : Math.max(text.height(), 12);
        this.top = isPlain ? 0 : margin + lines.size() * text.height() + (text.height() > 0 ? margin / 2 : 0);
        this.bar = isPlain ? null : scale.bar(text, values()).orElse(null);
        this.width = fullWidth();
        for (PanelFrame frame : frames) {
            rows.add(new PanelRows(frame.panel(), frame.size(), scale, thinning, frames.size()));
        }
    }

    /** The height of the values, from the first to the last. */
    private int values() {
        int first = layout.places().stream().mapToInt(place -> place.y).min().orElse(0);
        int last = 0;
        for (int i = 0; i < frames.size(); i++) {
            last = Math.max(
                    last, layout.places().get(i).y + frames.get(i).size().height());
        }
        return last - first;
    }

    private int fullWidth() {
        int titles = Math.min(
                PanelSize.SHORTEST,
                lines.stream().mapToInt(line -> text.bold().width(line)).max().orElse(0));
        int barWidth = bar == null ? 0 : margin + bar.width();
        return Math.max(margin + layout.width() + barWidth, margin + titles) + margin;
    }

    int width() {
        return width;
    }

    int height() {
        return Math.max(top + layout.height(), barTop() + barHeight()) + margin;
    }

    private int barHeight() {
        return bar == null ? 0 : bar.height();
    }

    /** In the middle of the values, unless it is higher than they are. */
    private int barTop() {
        int first = layout.places().stream().mapToInt(place -> place.y).min().orElse(0);
        return top + Math.max(0, first + (values() - barHeight()) / 2);
    }

    @Override
    public void draw(Graphics2D graphics) {
        for (int i = 0; i < lines.size(); i++) {
            PictureText font = i == 0 ? text.bold() : text;
            font.draw(graphics, font.fitted(lines.get(i), width - 2 * margin), margin, 0, margin + i * text.height());
        }
        for (int i = 0; i < frames.size(); i++) {
            Point place = layout.places().get(i);
            frames.get(i).draw(graphics, margin + place.x, top + place.y);
        }
        if (bar != null) {
            bar.draw(graphics, margin + layout.width() + margin, barTop());
        }
    }

    @Override
    public void fill(int y, int[] band, int offset) throws IOException {
        for (int i = 0; i < frames.size(); i++) {
            Point place = layout.places().get(i);
            PanelSize size = frames.get(i).size();
            int line = y - top - place.y;
            if (line >= 0 && line < size.height()) {
                int x = margin + place.x;
                System.arraycopy(rows.get(i).line(line), 0, band, offset + x, size.width());
            }
        }
    }
}
