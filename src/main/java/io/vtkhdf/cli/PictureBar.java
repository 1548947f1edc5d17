package io.vtkhdf.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/** The scale of the colours, upright: its range above and below, round numbers to the right. */
final class PictureBar {

    private static final int TICK = 5;
    private static final int GAP = 4;

    private final ValueRange range;
    private final boolean withNan;
    private final PictureText text;
    private final int width;
    private final List<PictureTicks.Tick> ticks;
    private final String lower;
    private final String upper;

    /** @param range null if there is no value but NaN */
    PictureBar(ValueRange range, boolean withNan, PictureText text, int height) {
        this.range = range;
        this.withNan = withNan;
        this.text = text;
        this.width = Math.max(14, text.height());
        int most = barHeight(height) / Math.max(3 * text.height(), 20);
        this.ticks = range == null ? List.of() : ticks(range, most);
        this.lower = range == null ? "" : textAtEnd(range.min());
        this.upper = range == null ? "" : textAtEnd(range.max());
    }

    private static List<PictureTicks.Tick> ticks(ValueRange range, int most) {
        return range.min() < range.max()
                ? PictureTicks.between(range.min(), range.max(), most, 0)
                : List.of(new PictureTicks.Tick(range.min(), Numbers.text(range.min())));
    }

    /** None where a tick tells. */
    private String textAtEnd(double end) {
        return ticks.stream().anyMatch(tick -> tick.value() == end) ? "" : Numbers.text(end);
    }

    int width() {
        int labels =
                ticks.stream().mapToInt(tick -> text.width(tick.text())).max().orElse(0);
        int ends = Math.max(text.width(upper), text.width(lower));
        return Math.max(Math.max(width + TICK + GAP + labels, ends), width + GAP + text.width("NaN"));
    }

    private int barHeight(int height) {
        return height - 2 * (text.height() + GAP) - (withNan ? nanHeight() : 0);
    }

    private int nanHeight() {
        return Math.max(text.height(), width) + 2 * GAP;
    }

    void draw(Graphics2D graphics, int left, int top, int height) {
        int barTop = top + text.height() + GAP;
        int barHeight = barHeight(height);
        if (range != null) {
            drawColours(graphics, left, barTop, barHeight);
            frame(graphics, left, barTop, barHeight);
            text.draw(graphics, upper, left, 0, top);
            text.draw(graphics, lower, left, 0, barTop + barHeight + GAP);
            ticks.forEach(tick -> drawTick(graphics, tick, left + width, barTop, barHeight));
        }
        if (withNan) {
            drawNan(graphics, left, top + height - nanHeight() + 2 * GAP);
        }
    }

    private void drawColours(Graphics2D graphics, int left, int top, int height) {
        for (int y = 0; y < height; y++) {
            double part = range.min() == range.max() ? 0.5 : 1 - (y + 0.5) / height;
            graphics.setColor(new Color(Viridis.rgb(part)));
            graphics.fillRect(left, top + y, width, 1);
        }
    }

    private void frame(Graphics2D graphics, int left, int top, int height) {
        graphics.setColor(SlicePicture.LINE);
        graphics.drawRect(left, top, width - 1, height - 1);
        graphics.setColor(SlicePicture.INK);
    }

    private void drawTick(Graphics2D graphics, PictureTicks.Tick tick, int left, int top, int height) {
        int y = top + (int) Math.round((1 - range.position(tick.value())) * (height - 1));
        graphics.drawLine(left, y, left + TICK - 1, y);
        text.draw(graphics, tick.text(), left + TICK + GAP, 0, y - text.height() / 2.0);
    }

    private void drawNan(Graphics2D graphics, int left, int top) {
        graphics.setColor(SlicePicture.NAN);
        graphics.fillRect(left, top, width, width);
        frame(graphics, left, top, width);
        text.draw(graphics, "NaN", left + width + GAP, 0, top + (width - text.height()) / 2.0);
    }
}
