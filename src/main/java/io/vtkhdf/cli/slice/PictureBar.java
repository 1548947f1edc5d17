package io.vtkhdf.cli.slice;

import io.vtkhdf.cli.text.Numbers;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Set;

/** The scale of the colours, upright: its range above and below, round numbers to the right. */
final class PictureBar {

    private static final int LOWEST_LINES = 4;
    private static final int TICK = 5;
    private static final int GAP = 4;

    private final ValueRange range;
    private final Set<SpecialValue> special;
    private final PictureText text;
    private final int width;
    private final int barHeight;
    private final List<PictureTicks.Tick> ticks;
    private final String lower;
    private final String upper;

    /**
     * @param range null if there are no values but special ones
     * @param space the height to fill, unless that is too little
     */
    PictureBar(ValueRange range, Set<SpecialValue> special, PictureText text, int space) {
        this.range = range;
        this.special = special;
        this.text = text;
        this.width = Math.max(14, text.height());
        this.barHeight = Math.max(space - aroundBar(), LOWEST_LINES * Math.max(text.height(), 14));
        int most = barHeight / Math.max(3 * text.height(), 20);
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
        return ticks.stream().anyMatch(tick -> tick.value() == end)
                ? ""
                : PictureTicks.textOf(end, range.max() - range.min());
    }

    int width() {
        int labels =
                ticks.stream().mapToInt(tick -> text.width(tick.text())).max().orElse(0);
        int ends = Math.max(text.width(upper), text.width(lower));
        int legend = special.stream()
                .mapToInt(value -> width + GAP + text.width(value.text()))
                .max()
                .orElse(0);
        return Math.max(Math.max(width + TICK + GAP + labels, ends), legend);
    }

    int height() {
        return barHeight + aroundBar();
    }

    private int aroundBar() {
        return 2 * (text.height() + GAP) + special.size() * legendHeight();
    }

    private int legendHeight() {
        return Math.max(text.height(), width) + 2 * GAP;
    }

    void draw(Graphics2D graphics, int left, int top) {
        int barTop = top + text.height() + GAP;
        if (range != null) {
            drawColours(graphics, left, barTop, barHeight);
            frame(graphics, left, barTop, barHeight);
            text.draw(graphics, upper, left, 0, top);
            text.draw(graphics, lower, left, 0, barTop + barHeight + GAP);
            ticks.forEach(tick -> drawTick(graphics, tick, left + width, barTop, barHeight));
        }
        int legendTop = barTop + barHeight + GAP + text.height() + 2 * GAP;
        for (SpecialValue value : special) {
            drawLegend(graphics, value, left, legendTop);
            legendTop += legendHeight();
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

    private void drawLegend(Graphics2D graphics, SpecialValue value, int left, int top) {
        graphics.setColor(value.colour());
        graphics.fillRect(left, top, width, width);
        frame(graphics, left, top, width);
        text.draw(graphics, value.text(), left + width + GAP, 0, top + (width - text.height()) / 2.0);
    }
}
