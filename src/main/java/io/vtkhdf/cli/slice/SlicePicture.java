package io.vtkhdf.cli.slice;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture of a slice, made for reading: a title, the values in {@link Viridis} colours and in their true proportions,
 * coordinates growing to the right and upwards, axes with round coordinates, and the scale of the colours.
 */
final class SlicePicture {

    static final Color INK = new Color(0x222222);
    static final Color LINE = new Color(0x777777);

    /** The longer edge of the values in pixels; a larger slice is thinned out, a smaller one enlarged. */
    static final int LONGEST = 1600;

    private static final int SHORTEST = 640;
    /** Below this an edge would not be seen; the proportions are given up instead. */
    private static final int THINNEST = 24;

    private static final int NARROW = 120;
    private static final int TICK = 5;
    private static final int GAP = 4;

    private final SliceSample sample;
    private final ValueRange range;
    private final PictureAxis across;
    private final PictureAxis upwards;
    private final PictureText text;
    private final int width;
    private final int height;
    private final boolean inProportion;

    SlicePicture(SliceSample sample, ValueRange range, PictureAxis across, PictureAxis upwards) {
        this.sample = sample;
        this.range = range;
        this.across = across;
        this.upwards = upwards;
        double ratio = across.length() / upwards.length();
        int longest = longest(ratio >= 1 ? across.count() : upwards.count());
        int trueWidth = (int) Math.round(longest * Math.min(ratio, 1));
        int trueHeight = (int) Math.round(longest / Math.max(ratio, 1));
        this.width = Math.max(trueWidth, THINNEST);
        this.height = Math.max(trueHeight, THINNEST);
        this.inProportion = width == trueWidth && height == trueHeight;
        this.text = PictureText.ofSize(Math.max(14, (width + height) / 120));
    }

    /** As many pixels as values, or a whole multiple. */
    private static int longest(int count) {
        return Math.min(LONGEST, count * ((SHORTEST - 1) / count + 1));
    }

    boolean hasText() {
        return text.isAvailable();
    }

    /** @param subtitle where the slice lies */
    BufferedImage draw(String title, String subtitle) {
        String second = inProportion ? subtitle : subtitle + ", not to scale";
        int line = text.height();
        PictureBar bar = new PictureBar(sample.isEmpty() ? null : range, sample.special(), text, height);
        int bodyHeight = bar.height();
        List<PictureTicks.Tick> ticks = upwards.ticks(Math.max(2, height / Math.max(3 * line, 20)));
        int labels =
                ticks.stream().mapToInt(tick -> text.width(tick.text())).max().orElse(0);
        int margin = Math.max(line, 12);
        int left = margin + line + labels + TICK + 4 * GAP;
        int top = margin + 2 * line + (line > 0 ? margin / 2 : 0);
        int barLeft = left + width + margin;
        BufferedImage picture = new BufferedImage(
                Math.max(barLeft + bar.width(), margin + widest(title, second)) + margin,
                top + bodyHeight + TICK + 2 * GAP + 2 * line + margin,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(picture);
        int room = picture.getWidth() - 2 * margin;
        text.bold().draw(graphics, text.bold().fitted(title, room), margin, 0, margin);
        text.draw(graphics, text.fitted(second, room), margin, 0, margin + line);
        int plotTop = top + (bodyHeight - height) / 2;
        drawValues(picture, left, plotTop);
        drawFrame(graphics, left, plotTop);
        drawAcross(graphics, left, plotTop + height);
        drawUpwards(graphics, ticks, margin, left, plotTop);
        bar.draw(graphics, barLeft, top);
        graphics.dispose();
        return picture;
    }

    /** Titles may widen a narrow picture, but not without bound. */
    private int widest(String title, String subtitle) {
        return Math.min(SHORTEST, Math.max(text.bold().width(title), text.width(subtitle)));
    }

    private static Graphics2D graphics(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.setColor(INK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        return graphics;
    }

    private void drawValues(BufferedImage picture, int left, int top) {
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            int row = upwards.columnAt((height - 1 - y + 0.5) / height, sample.height());
            for (int x = 0; x < width; x++) {
                line[x] = colour(sample.at(across.columnAt((x + 0.5) / width, sample.width()), row));
            }
            picture.setRGB(left, top + y, width, 1, line, 0, width);
        }
    }

    private int colour(double value) {
        return Double.isFinite(value)
                ? Viridis.rgb(range.position(value))
                : SpecialValue.of(value).colour().getRGB();
    }

    /** Around the values, of which it covers none. */
    private void drawFrame(Graphics2D graphics, int left, int top) {
        graphics.setColor(LINE);
        graphics.drawRect(left - 1, top - 1, width + 1, height + 1);
        graphics.setColor(INK);
    }

    private void drawAcross(Graphics2D graphics, int left, int top) {
        for (PictureTicks.Tick tick : across.ticks(Math.max(2, width / Math.max(6 * text.height(), 60)))) {
            double part = across.position(tick.value());
            int x = left + (int) Math.round(part * width - 0.5);
            graphics.drawLine(x, top + 1, x, top + TICK);
            // On a narrow axis the two texts would be one.
            double anchor = width < NARROW ? 1 - Math.rint(part) : 0.5;
            text.draw(graphics, tick.text(), x, across.count() == 1 ? 0.5 : anchor, top + TICK + GAP);
        }
        text.draw(graphics, across.name(), left + width / 2.0, 0.5, top + TICK + 2 * GAP + text.height());
    }

    private void drawUpwards(Graphics2D graphics, List<PictureTicks.Tick> ticks, int margin, int left, int top) {
        for (PictureTicks.Tick tick : ticks) {
            int y = top + (int) Math.round((1 - upwards.position(tick.value())) * height - 0.5);
            graphics.drawLine(left - 1 - TICK, y, left - 2, y);
            text.draw(graphics, tick.text(), left - 2 - TICK - GAP, 1, y - text.height() / 2.0);
        }
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.translate(margin, top + height / 2.0);
        turned.rotate(-Math.PI / 2);
        text.draw(turned, upwards.name(), 0, 0.5, 0);
        turned.dispose();
    }
}
