package io.vtkhdf.picture;

import io.vtkhdf.plane.Thinning;
import java.util.Optional;

/** Which value has which colour. Several pictures may share one, and are then comparable. Immutable. */
public abstract class ColourScale {

    ColourScale() {}

    /** The colour as 0xRRGGBB. */
    public abstract int rgb(double value);

    /** In a line, such as {@code colours from 0 to 5}. */
    public abstract String words();

    /** The values of the first and last colour; empty if colours are not those of a range, or no value has one. */
    public Optional<ValueRange> ends() {
        return Optional.empty();
    }

    /** What is drawn beside the picture, if anything. */
    abstract Optional<ScaleBar> bar(PictureText text, int space);

    /** What becomes of values that share a pixel, if nobody has chosen. */
    abstract Thinning defaultThinning();
}
