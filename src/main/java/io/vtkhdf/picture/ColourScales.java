package io.vtkhdf.picture;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.plane.PlaneSet;
import io.vtkhdf.plane.Thinning;
import io.vtkhdf.plane.ValueSurvey;
import java.io.IOException;

/** Which scale suits which values. */
public final class ColourScales {

    private static final int MOST_BY_DEFAULT = 10;

    private ColourScales() {}

    /**
     * The scale for all values of planes, which are read for it, once at least.
     *
     * @param spec of the values of each plane; of three or four components they are colours
     * @throws IllegalArgumentException if the settings do not suit the values
     */
    public static ColourScale of(ArraySpec spec, PlaneSet planes, PictureSettings settings) throws IOException {
        if (spec.components() > 1) {
            settings.thinning()
                    .filter(how -> how != Thinning.MEAN && how != Thinning.NONE)
                    .ifPresent(how -> {
                        throw new IllegalArgumentException("found colours of which to show the " + how.words()
                                + ", expected the mean, or all of them");
                    });
            return new TrueColour();
        }
        ValueSurvey survey = new ValueSurvey();
        planes.forEach(survey::add);
        ColourMap map = settings.map().orElse(ColourMap.VIRIDIS);
        int different = survey.categories().length;
        if (map == ColourMap.CATEGORIES) {
            if (different == 0 || settings.isLogarithmic() || settings.low().isPresent()) {
                throw new IllegalArgumentException("found a scale of categories for "
                        + (different == 0
                                ? (survey.isOfIntegers()
                                        ? "more than 20 different values"
                                        : "values that are no integers")
                                : "a range or a logarithmic scale")
                        + ", expected at most 20 different integers without a range");
            }
            if (different > 2
                    && settings.thinning().filter(Thinning.MEAN::equals).isPresent()) {
                throw new IllegalArgumentException(
                        "found categories of which to show the mean, which may be another one,"
                                + " expected mode, max, min or none");
            }
            return new CategoryScale(survey);
        }
        boolean isChosen = settings.map().isPresent()
                || settings.isLogarithmic()
                || settings.low().isPresent()
                || settings.thinning().filter(Thinning.MEAN::equals).isPresent() && different > 2;
        return isChosen || different == 0 || different > MOST_BY_DEFAULT
                ? new ContinuousScale(
                        map, range(planes, survey, settings), settings.isLogarithmic(), settings.isClipped(), survey)
                : new CategoryScale(survey);
    }

    private static ValueRange range(PlaneSet planes, ValueSurvey survey, PictureSettings settings) throws IOException {
        if (settings.low().isPresent() && settings.high().isPresent()) {
            ValueRange range =
                    RangeEnd.range(settings.low().get(), settings.high().get(), planes, survey);
            if (settings.isLogarithmic() && !(range.min() > 0)) {
                throw new IllegalArgumentException(
                        "found a range from " + range.min() + " on, expected one above 0 for a logarithmic scale");
            }
            return range;
        } else if (settings.isLogarithmic()) {
            if (!(survey.max() > 0)) {
                throw new IllegalArgumentException("found no value above 0, expected some for a logarithmic scale");
            }
            return new ValueRange(survey.smallestPositive(), survey.max());
        } else if (settings.map().map(ColourMap::isDiverging).orElse(false)) {
            double farthest = Math.max(Math.abs(survey.min()), Math.abs(survey.max()));
            return new ValueRange(-farthest, farthest);
        }
        return new ValueRange(survey.min(), survey.max());
    }
}
