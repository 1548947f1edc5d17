package io.vtkhdf.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/**
 * The scale of the colours, upright: its range above and below, round numbers to the right, an arrow in a colour of its
 * own at an end that values lie beyond.
 */
final class ColourBar implements ScaleBar {

    private static final int LOWEST_LINES = 4;
    private static final int TICK = 5;
    private static final int GAP = 4;

    private final ContinuousScale scale;
    private final List<SpecialValue> legend;
    private final PictureText text;
    private final int width;
    private final int barHeight;
    private final List<PictureTicks.Tick> ticks;
    private final String lower;
    private final String upper;

    /** @param space the height to fill, unless that is too little */
    ColourBar(ContinuousScale scale, PictureText text, int space) {
        this.scale = scale;
        this.legend = scale.special().stream()
                .filter(value -> value != SpecialValue.BELOW && value != SpecialValue.ABOVE)
                .toList();
        this.text = text;
        this.width = Math.max(14, text.height());
        this.barHeight = Math.max(space - aroundBar(), LOWEST_LINES * Math.max(text.height(), 14));
        this.ticks = scale.isEmpty() ? List.of() : scale.ticks(barHeight / Math.max(5 * text.height() / 2, 20));
        this.lower = scale.isEmpty() ? "" : textAtEnd(scale.range().min());
        this.upper = scale.isEmpty() ? "" : textAtEnd(scale.range().max());
    }

    /** None where a tick tells. */
    private String textAtEnd(double end) {
        return ticks.stream().anyMatch(tick -> tick.value() == end)
                ? ""
                : PictureTicks.textOf(end, scale.range().max() - scale.range().min());
    }

    @Override
    public int width() {
        int labels =
                ticks.stream().mapToInt(tick -> text.width(tick.text())).max().orElse(0);
        int ends = Math.max(text.width(upper), text.width(lower));
        int special = legend.stream()
                .mapToInt(value -> width + GAP + text.width(value.text()))
                .max()
                .orElse(0);
        return Math.max(Math.max(width + TICK + GAP + labels, ends), special);
    }

    @Override
    public int height() {
        return barHeight + aroundBar();
    }

    private int aroundBar() {
        return 2 * (text.height() + GAP)
                + arrow(SpecialValue.ABOVE)
                + arrow(SpecialValue.BELOW)
                + legend.size() * legendHeight();
    }

    /** The height of an arrow, 0 if there is none. */
    private int arrow(SpecialValue end) {
        return scale.special().contains(end) ? width : 0;
    }

    private int legendHeight() {
        return Math.max(text.height(), width) + 2 * GAP;
    }

    @Override
    public void draw(Graphics2D graphics, int left, int top) {
        int barTop = top + text.height() + GAP + arrow(SpecialValue.ABOVE);
        int barEnd = barTop + barHeight;
        if (!scale.isEmpty()) {
            drawColours(graphics, left, barTop);
            frame(graphics, left, barTop, barHeight);
            drawArrow(graphics, SpecialValue.ABOVE, left, barTop - 1, -arrow(SpecialValue.ABOVE));
            drawArrow(graphics, SpecialValue.BELOW, left, barEnd, arrow(SpecialValue.BELOW));
            text.draw(graphics, upper, left, 0, top);
            text.draw(graphics, lower, left, 0, barEnd + arrow(SpecialValue.BELOW) + GAP);
            ticks.forEach(tick -> drawTick(graphics, tick, left + width, barTop));
        }
        int legendTop = barEnd + arrow(SpecialValue.BELOW) + GAP + text.height() + 2 * GAP;
        for (SpecialValue value : legend) {
            drawLegend(graphics, value, left, legendTop);
            legendTop += legendHeight();
        }
    }

    private void drawColours(Graphics2D graphics, int left, int top) {
        for (int y = 0; y < barHeight; y++) {
            boolean isOne = scale.range().min() == scale.range().max();
            double part = isOne ? 0.5 : 1 - (y + 0.5) / barHeight;
            graphics.setColor(new Color(scale.map().rgb(part)));
            graphics.fillRect(left, top + y, width, 1);
        }
    }

    private void frame(Graphics2D graphics, int left, int top, int height) {
        graphics.setColor(Ink.LINE);
        graphics.drawRect(left, top, width - 1, height - 1);
        graphics.setColor(Ink.TEXT);
    }

    private void drawArrow(Graphics2D graphics, SpecialValue end, int left, int base, int height) {
        if (height != 0) {
            int[] xs = {left, left + width - 1, left + width / 2};
            int[] ys = {base, base, base + height};
            graphics.setColor(new Color(scale.rgb(end)));
            graphics.fillPolygon(xs, ys, xs.length);
            graphics.setColor(Ink.LINE);
            graphics.drawPolygon(xs, ys, xs.length);
            graphics.setColor(Ink.TEXT);
        }
    }

    private void drawTick(Graphics2D graphics, PictureTicks.Tick tick, int left, int top) {
        int y = top + (int) Math.round((1 - scale.position(tick.value())) * (barHeight - 1));
        graphics.drawLine(left, y, left + TICK - 1, y);
        text.draw(graphics, tick.text(), left + TICK + GAP, 0, y - text.height() / 2.0);
    }

    private void drawLegend(Graphics2D graphics, SpecialValue value, int left, int top) {
        graphics.setColor(new Color(scale.rgb(value)));
        graphics.fillRect(left, top, width, width);
        frame(graphics, left, top, width);
        text.draw(graphics, value.text(), left + width + GAP, 0, top + (width - text.height()) / 2.0);
    }
}
