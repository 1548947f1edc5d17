package io.vtkhdf.picture;

import io.vtkhdf.plane.Thinning;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a picture is to look. Immutable.
 *
 * @param map the colours; if empty, {@link ColourMap#VIRIDIS}, or a colour each where the values are ten integers at
 *     most
 * @param isLogarithmic whether colours stand for the logarithms of values
 * @param low the value of the first colour; if empty, the smallest (of a logarithmic scale the smallest above 0)
 * @param high the value of the last colour; if empty, the largest
 * @param isClipped whether what lies outside of the range has the first or the last colour; else it has colours of its
 *     own
 * @param thinning if empty, the most frequent of categories, the mean of others
 * @param size the pixels of the values' longer edge; if empty, as many as there are values, but 640 to 1600
 * @param isPlain whether there is nothing but the values, in one pixel each unless there is a size
 * @param fontScale 1 is a size that suits the picture's
 */
public record PictureSettings(
        Optional<ColourMap> map,
        boolean isLogarithmic,
        Optional<RangeEnd> low,
        Optional<RangeEnd> high,
        boolean isClipped,
        Optional<Thinning> thinning,
        OptionalInt size,
        boolean isPlain,
        double fontScale) {

    public static final int LARGEST_SIZE = 1 << 16;

    private static final double LARGEST_FONT = 20;

    /** @throws IllegalArgumentException with a size or a scale of fonts beyond what can be drawn */
    public PictureSettings {
        if (size.isPresent() && (size.getAsInt() < 1 || size.getAsInt() > LARGEST_SIZE)) {
            throw new IllegalArgumentException(
                    "found a size of " + size.getAsInt() + " pixels, expected 1 to " + LARGEST_SIZE);
        }
        if (!(fontScale > 0 && fontScale <= LARGEST_FONT)) {
            throw new IllegalArgumentException(
                    "found a scale of fonts of " + fontScale + ", expected one above 0 and up to 20");
        }
    }

    public static PictureSettings defaults() {
        return new PictureSettings(
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                OptionalInt.empty(),
                false,
                1);
    }

    /** Whether each value has a pixel, whatever that makes of the picture. */
    boolean isWhole() {
        return thinning.filter(Thinning.NONE::equals).isPresent();
    }

    public PictureSettings withMap(ColourMap map) {
        return new PictureSettings(
                Optional.of(map), isLogarithmic, low, high, isClipped, thinning, size, isPlain, fontScale);
    }

    public PictureSettings withLogarithmic(boolean isLogarithmic) {
        return new PictureSettings(map, isLogarithmic, low, high, isClipped, thinning, size, isPlain, fontScale);
    }

    public PictureSettings withRange(RangeEnd low, RangeEnd high) {
        return new PictureSettings(
                map, isLogarithmic, Optional.of(low), Optional.of(high), isClipped, thinning, size, isPlain, fontScale);
    }

    public PictureSettings withClipped(boolean isClipped) {
        return new PictureSettings(map, isLogarithmic, low, high, isClipped, thinning, size, isPlain, fontScale);
    }

    public PictureSettings withThinning(Thinning thinning) {
        return new PictureSettings(
                map, isLogarithmic, low, high, isClipped, Optional.of(thinning), size, isPlain, fontScale);
    }

    public PictureSettings withSize(int size) {
        return new PictureSettings(
                map, isLogarithmic, low, high, isClipped, thinning, OptionalInt.of(size), isPlain, fontScale);
    }

    public PictureSettings withPlain(boolean isPlain) {
        return new PictureSettings(map, isLogarithmic, low, high, isClipped, thinning, size, isPlain, fontScale);
    }

    public PictureSettings withFontScale(double fontScale) {
        return new PictureSettings(map, isLogarithmic, low, high, isClipped, thinning, size, isPlain, fontScale);
    }
}
