package io.vtkhdf.picture;

import io.vtkhdf.text.Numbers;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/** A square for each value, the lowest at the bottom. */
final class CategoryBar implements ScaleBar {

    private static final int GAP = 4;

    private final double[] values;
    private final List<String> labels;
    private final ColourScale scale;
    private final PictureText text;
    private final int side;

    CategoryBar(double[] values, ColourScale scale, PictureText text) {
        this.values = values;
        this.labels = Numbers.apart(values);
        this.scale = scale;
        this.text = text;
        this.side = Math.max(14, text.height());
    }

    @Override
    public int width() {
        return side + GAP + labels.stream().mapToInt(text::width).max().orElse(0);
    }

    @Override
    public int height() {
        return values.length * (side + GAP) - GAP;
    }

    @Override
    public void draw(Graphics2D graphics, int left, int top) {
        for (int i = 0; i < values.length; i++) {
            int y = top + (values.length - 1 - i) * (side + GAP);
            graphics.setColor(new Color(scale.rgb(values[i])));
            graphics.fillRect(left, y, side, side);
            graphics.setColor(Ink.LINE);
            graphics.drawRect(left, y, side - 1, side - 1);
            graphics.setColor(Ink.TEXT);
            text.draw(graphics, labels.get(i), left + side + GAP, 0, y + (side - text.height()) / 2.0);
        }
    }
}
