package io.vtkhdf.picture;

import io.vtkhdf.plane.Thinning;
import java.util.Optional;

/** Values that are colours. */
final class TrueColour extends ColourScale {

    @Override
    public int rgb(double value) {
        return (int) value;
    }

    @Override
    public String words() {
        return "true colour";
    }

    @Override
    Optional<ScaleBar> bar(PictureText text, int space) {
        return Optional.empty();
    }

    @Override
    Thinning defaultThinning() {
        return Thinning.MEAN;
    }
}
