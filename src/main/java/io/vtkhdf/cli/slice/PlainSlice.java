package io.vtkhdf.cli.slice;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.OptionalInt;

/** The values of a slice as plain pixels, one each, or fewer: without axes and text. */
public record PlainSlice(BufferedImage image, ValueRange range) {

    /**
     * @param component which one; if empty, a tuple of several is shown by its magnitude
     * @param fixedRange null for the range of the finite values
     * @param most how many columns, and how many rows, at most
     */
    public static PlainSlice draw(SlicePlane plane, OptionalInt component, ValueRange fixedRange, int most, String map)
            throws IOException {
        SliceSample sample = SliceSample.read(plane, component, most);
        ValueRange range = fixedRange == null ? sample.range() : fixedRange;
        BufferedImage image = new BufferedImage(sample.width(), sample.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < sample.height(); row++) {
            for (int column = 0; column < sample.width(); column++) {
                double value = sample.at(column, row);
                image.setRGB(
                        column,
                        sample.height() - 1 - row,
                        Double.isFinite(value)
                                ? rgb(map, range.position(value))
                                : SpecialValue.of(value).colour().getRGB());
            }
        }
        return new PlainSlice(image, range);
    }

    /** The colours from the first to the last. */
    public static BufferedImage scale(int colours, String map) {
        BufferedImage image = new BufferedImage(colours, 1, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < colours; i++) {
            image.setRGB(i, 0, rgb(map, i / (colours - 1.0)));
        }
        return image;
    }

    public static int rgb(String map, double position) {
        return map.equals("grey") ? Math.min(255, (int) (position * 256)) * 0x10101 : Viridis.rgb(position);
    }
}
