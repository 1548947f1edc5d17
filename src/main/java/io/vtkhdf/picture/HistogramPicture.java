package io.vtkhdf.picture;

import io.vtkhdf.distribution.ValueHistogram;
import java.awt.Color;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A histogram as upright bars that stand on 0, over an axis of values. */
public final class HistogramPicture implements Canvas.Drawing {

    private static final Color BAR = new Color(0x31688e);
    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;
    private static final int TICK = 5;
    private static final int GAP = 4;

    private final ValueHistogram histogram;
    private final List<String> lines;
    private final PictureText text;
    private final List<PictureTicks.Tick> counts;
    private final List<PictureTicks.Tick> values;
    private final int margin;
    private final int left;
    private final int top;

    /** @param lines the title, and what stands below it */
    public HistogramPicture(ValueHistogram histogram, List<String> lines, double fontScale) {
        this.histogram = histogram;
        this.lines = List.copyOf(lines);
        this.text = PictureText.ofSize((int) Math.round(14 * fontScale));
        this.margin = Math.max(text.height(), 12);
        this.counts = PictureTicks.between(0, Math.max(histogram.most(), 1), 8, 1);
        this.values = PictureTicks.between(low(), high(), 8, 0);
        this.left = margin
                + counts.stream()
                        .mapToInt(tick -> text.width(tick.text()))
                        .max()
                        .orElse(0)
                + TICK
                + 2 * GAP;
        this.top = margin + lines.size() * text.height() + margin / 2;
    }

    private double low() {
        return histogram.edge(0);
    }

    private double high() {
        return histogram.edge(histogram.bins());
    }

    public void writeTo(OutputStream out) throws IOException {
        int height = top + HEIGHT + TICK + GAP + text.height() + margin;
        Canvas.write(this, left + WIDTH + 2 * margin, height, out);
    }

    @Override
    public void draw(Graphics2D graphics) {
        for (int i = 0; i < lines.size(); i++) {
            PictureText font = i == 0 ? text.bold() : text;
            font.draw(graphics, font.fitted(lines.get(i), left + WIDTH), margin, 0, margin + i * text.height());
        }
        graphics.setColor(BAR);
        for (int i = 0; i < histogram.bins(); i++) {
            int from = x(histogram.edge(i));
            // One count among millions is not nothing.
            int high = histogram.count(i) == 0 ? 0 : Math.max(1, HEIGHT - (y(histogram.count(i)) - top));
            graphics.fillRect(from, top + HEIGHT - high, Math.max(1, x(histogram.edge(i + 1)) - from - 1), high);
        }
        graphics.setColor(Ink.LINE);
        graphics.drawRect(left - 1, top - 1, WIDTH + 1, HEIGHT + 1);
        graphics.setColor(Ink.TEXT);
        for (PictureTicks.Tick tick : values) {
            int x = x(tick.value());
            graphics.drawLine(x, top + HEIGHT + 1, x, top + HEIGHT + TICK);
            text.draw(graphics, tick.text(), x, 0.5, top + HEIGHT + TICK + GAP);
        }
        for (PictureTicks.Tick tick : counts) {
            int y = y(tick.value());
            graphics.drawLine(left - 1 - TICK, y, left - 2, y);
            text.draw(graphics, tick.text(), left - 2 - TICK - GAP, 1, y - text.height() / 2.0);
        }
    }

    private int x(double value) {
        return left + (int) Math.round(new ValueRange(low(), high()).position(value) * WIDTH);
    }

    private int y(double count) {
        return top + HEIGHT - (int) Math.round(count / Math.max(histogram.most(), 1) * (HEIGHT - 8));
    }
}
