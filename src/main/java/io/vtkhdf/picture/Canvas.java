package io.vtkhdf.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a drawing as PNG in bands of some rows, each drawn by itself, so that memory does not grow with its height.
 */
final class Canvas {

    private static final int PIXELS = 1 << 20;

    /** What is drawn. */
    interface Drawing {

        /** Draws all but what is given as pixels. */
        void draw(Graphics2D graphics);

        /** Puts pixels of 0xRRGGBB into a row, those of a width that has been said. */
        default void fill(int y, int[] band, int offset) throws IOException {}
    }

    private Canvas() {}

    static void write(Drawing drawing, int width, int height, OutputStream out) throws IOException {
        // No window is opened: without this, Java may look for a display.
        System.setProperty("java.awt.headless", "true");
        int rows = Math.min(height, Math.max(1, PIXELS / width));
        BufferedImage band = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
        try (PngStream png = new PngStream(out, width, height)) {
            for (int top = 0; top < height; top += rows) {
                Graphics2D graphics = graphics(band);
                graphics.translate(0, -top);
                drawing.draw(graphics);
                graphics.dispose();
                for (int y = 0; y < Math.min(rows, height - top); y++) {
                    drawing.fill(top + y, pixels, y * width);
                    png.row(pixels, y * width);
                }
            }
            png.finish();
        }
    }

    private static Graphics2D graphics(BufferedImage band) {
        Graphics2D graphics = band.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, band.getWidth(), band.getHeight());
        graphics.setColor(Ink.TEXT);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        return graphics;
    }
}
