package io.vtkhdf.cli;

import io.vtkhdf.ScalarType;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import javax.imageio.ImageIO;

/**
 * A picture in {@link Viridis} colours, the fast axis to the right and the slow axis upwards, NaN transparent. A small
 * slice is enlarged by a whole factor.
 */
final class PngEncoder implements SliceEncoder {

    private static final int SMALLEST_EDGE = 256;
    private static final int TRANSPARENT = 0;
    private static final int FIRST_COLOUR = 1;
    private static final int COLOURS = 255;

    private final OptionalInt component;
    private final ValueRange fixedRange;
    private final Consumer<ValueRange> rangeListener;

    /**
     * @param component which component to show; if empty, a tuple of several is shown by its magnitude
     * @param fixedRange null for the range of the finite values
     * @param rangeListener hears which range was used
     */
    PngEncoder(OptionalInt component, ValueRange fixedRange, Consumer<ValueRange> rangeListener) {
        this.component = component;
        this.fixedRange = fixedRange;
        this.rangeListener = rangeListener;
    }

    @Override
    public void encode(ImageSlice slice, OutputStream out) throws IOException {
        IntToDoubleFunction shown = shown(slice);
        ValueRange range = fixedRange == null ? rangeOf(shown, slice.tuples()) : fixedRange;
        // No window is opened: without this, Java may look for a display.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        if (!ImageIO.write(draw(slice, shown, range), "png", out)) {
            throw new IOException("this Java has no PNG writer");
        }
        rangeListener.accept(range);
    }

    private IntToDoubleFunction shown(ImageSlice slice) {
        Object values = slice.values();
        ScalarType type = slice.spec().type();
        int components = slice.spec().components();
        if (components == 1 || component.isPresent()) {
            int chosen = component.orElse(0);
            return tuple -> type.doubleAt(values, tuple * components + chosen);
        }
        return tuple -> {
            double sum = 0;
            for (int c = 0; c < components; c++) {
                double value = type.doubleAt(values, tuple * components + c);
                sum += value * value;
            }
            return Math.sqrt(sum);
        };
    }

    private static ValueRange rangeOf(IntToDoubleFunction shown, int tuples) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int tuple = 0; tuple < tuples; tuple++) {
            double value = shown.applyAsDouble(tuple);
            if (Double.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return min <= max ? new ValueRange(min, max) : new ValueRange(0, 0);
    }

    private static BufferedImage draw(ImageSlice slice, IntToDoubleFunction shown, ValueRange range) {
        int scale = enlargement(slice);
        BufferedImage picture = new BufferedImage(
                slice.width() * scale, slice.height() * scale, BufferedImage.TYPE_BYTE_INDEXED, palette());
        byte[] line = new byte[picture.getWidth()];
        for (int row = 0; row < slice.height(); row++) {
            for (int x = 0; x < line.length; x++) {
                line[x] = (byte) colour(shown.applyAsDouble(row * slice.width() + x / scale), range);
            }
            int top = (slice.height() - 1 - row) * scale;
            for (int y = top; y < top + scale; y++) {
                picture.getRaster().setDataElements(0, y, line.length, 1, line);
            }
        }
        return picture;
    }

    private static int enlargement(ImageSlice slice) {
        int edge = Math.max(slice.width(), slice.height());
        return 1 + (SMALLEST_EDGE - 1) / edge;
    }

    private static int colour(double value, ValueRange range) {
        return Double.isNaN(value)
                ? TRANSPARENT
                : FIRST_COLOUR + (int) Math.round(range.position(value) * (COLOURS - 1));
    }

    private static IndexColorModel palette() {
        int[] argb = new int[FIRST_COLOUR + COLOURS];
        for (int colour = 0; colour < COLOURS; colour++) {
            argb[FIRST_COLOUR + colour] = 0xff000000 | Viridis.rgb(colour / (COLOURS - 1.0));
        }
        argb[TRANSPARENT] = 0;
        return new IndexColorModel(8, argb.length, argb, 0, true, TRANSPARENT, DataBuffer.TYPE_BYTE);
    }
}
