package io.vtkhdf.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;

/** Text in a picture; a Java without fonts, as in some containers, draws none, and none takes any room. */
final class PictureText {

    private static final FontRenderContext CONTEXT = new FontRenderContext(new AffineTransform(), true, true);

    private final Font font;

    private PictureText(Font font) {
        this.font = font;
    }

    static PictureText ofSize(int pixels) {
        try {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, pixels);
            font.getStringBounds("0", CONTEXT);
            return new PictureText(font);
        } catch (RuntimeException | LinkageError | InternalError e) {
            // What Java answers depends on what is missing: fonts, their configuration, or a native library.
            return new PictureText(null);
        }
    }

    boolean isAvailable() {
        return font != null;
    }

    PictureText bold() {
        return font == null ? this : new PictureText(font.deriveFont(Font.BOLD));
    }

    /** The height of a line. */
    int height() {
        return font == null
                ? 0
                : (int) Math.ceil(font.getLineMetrics("0", CONTEXT).getHeight());
    }

    int width(String text) {
        return font == null
                ? 0
                : (int) Math.ceil(font.getStringBounds(text, CONTEXT).getWidth());
    }

    /** As much of a text as fits, with an ellipsis if that is not all. */
    String fitted(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    /**
     * Draws a line of text.
     *
     * @param anchor which part of the text is at x: 0 its left, 0.5 its middle, 1 its right
     * @param top where the line begins
     */
    void draw(Graphics2D graphics, String text, double x, double anchor, double top) {
        if (font != null) {
            graphics.setFont(font);
            float baseline = (float) top + font.getLineMetrics(text, CONTEXT).getAscent();
            graphics.drawString(text, (float) (x - anchor * width(text)), baseline);
        }
    }
}
