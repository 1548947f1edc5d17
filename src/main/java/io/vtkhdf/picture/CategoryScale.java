package io.vtkhdf.picture;

import io.vtkhdf.plane.Thinning;
import io.vtkhdf.plane.ValueSurvey;
import io.vtkhdf.text.Numbers;
import java.util.Arrays;
import java.util.Optional;

/**
 * A colour for each of a few integers. From 0 to 19, a value has the same colour in each picture of as many colours;
 * else the colours are handed out in the order of the values. Where there are two values, a mean of them is a mixture
 * of their colours, which no third one can be mistaken for; of more, a pixel shows one of them.
 */
final class CategoryScale extends ColourScale {

    private final double[] values;
    private final int[] colours;
    private final boolean isByValue;

    CategoryScale(ValueSurvey survey) {
        this.values = survey.categories();
        this.isByValue = survey.min() >= 0 && survey.max() < ValueSurvey.MOST_CATEGORIES;
        this.colours = ColourMap.categories(isByValue ? (int) survey.max() + 1 : values.length);
    }

    @Override
    public int rgb(double value) {
        if (values.length == 2) {
            double part = (value - values[0]) / (values[1] - values[0]);
            return mixed(colourOf(values[0]), colourOf(values[1]), part);
        }
        return colourOf(value);
    }

    private static int mixed(int low, int high, double part) {
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = low >> shift & 0xff;
            int to = high >> shift & 0xff;
            colour |= (int) Math.round(from + part * (to - from)) << shift;
        }
        return colour;
    }

    private int colourOf(double value) {
        return colours[isByValue ? (int) value : Math.max(Arrays.binarySearch(values, value), 0)];
    }

    @Override
    public String words() {
        return (values.length == 1 ? "the value " : "a colour for each of ") + String.join(" ", Numbers.apart(values));
    }

    @Override
    Optional<ScaleBar> bar(PictureText text, int space) {
        return Optional.of(new CategoryBar(values, this, text));
    }

    @Override
    Thinning defaultThinning() {
        return values.length == 2 ? Thinning.MEAN : Thinning.MODE;
    }
}
