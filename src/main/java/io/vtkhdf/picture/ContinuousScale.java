package io.vtkhdf.picture;

import io.vtkhdf.plane.Thinning;
import io.vtkhdf.plane.ValueSurvey;
import io.vtkhdf.text.Numbers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The colours of a map from one end of a range to the other, and colours of their own for what lies outside of it. */
final class ContinuousScale extends ColourScale {

    private final ColourMap map;
    private final ValueRange range;
    private final boolean isLogarithmic;
    private final boolean isClipped;
    private final ValueSurvey survey;
    private final Set<SpecialValue> special = EnumSet.noneOf(SpecialValue.class);

    ContinuousScale(ColourMap map, ValueRange range, boolean isLogarithmic, boolean isClipped, ValueSurvey survey) {
        this.map = map;
        this.range = range;
        this.isLogarithmic = isLogarithmic;
        this.isClipped = isClipped;
        this.survey = survey;
        note(SpecialValue.NAN, survey.nan() > 0);
        note(SpecialValue.INFINITY, survey.infinite() > 0);
        note(SpecialValue.MINUS_INFINITY, survey.minusInfinite() > 0);
        note(SpecialValue.BELOW, survey.min() < range.min());
        note(SpecialValue.ABOVE, survey.max() > range.max());
    }

    private void note(SpecialValue value, boolean isThere) {
        if (isThere) {
            special.add(value);
        }
    }

    @Override
    public int rgb(double value) {
        if (!Double.isFinite(value)) {
            return map.rgb(SpecialValue.of(value));
        } else if (value < range.min() && special.contains(SpecialValue.BELOW)) {
            return rgb(SpecialValue.BELOW);
        } else if (value > range.max() && special.contains(SpecialValue.ABOVE)) {
            return rgb(SpecialValue.ABOVE);
        }
        // Rounding may have taken a mean beyond the ends.
        return map.rgb(position(Math.max(range.min(), Math.min(value, range.max()))));
    }

    int rgb(SpecialValue value) {
        return isClipped && value == SpecialValue.BELOW
                ? map.rgb(0)
                : isClipped && value == SpecialValue.ABOVE ? map.rgb(1) : map.rgb(value);
    }

    /** From 0 at the first colour to 1 at the last. */
    double position(double value) {
        return isLogarithmic ? range.logPosition(value) : range.position(value);
    }

    @Override
    public String words() {
        if (survey.isEmpty()) {
            return "no finite values";
        }
        if (survey.min() == survey.max()) {
            boolean isAll = survey.nan() + survey.infinite() + survey.minusInfinite() == 0;
            return (isAll ? "all values are " : "all finite values are ") + Numbers.text(survey.min());
        }
        String colours = "colours from " + Numbers.range(range.min(), range.max());
        boolean isAll = range.min() == survey.min() && range.max() == survey.max();
        return isAll ? colours : colours + ", values from " + Numbers.range(survey.min(), survey.max());
    }

    @Override
    public Optional<ValueRange> ends() {
        return survey.isEmpty() ? Optional.empty() : Optional.of(range);
    }

    ColourMap map() {
        return map;
    }

    ValueRange range() {
        return range;
    }

    /** Whether no value is finite. */
    boolean isEmpty() {
        return survey.isEmpty();
    }

    /** What there is beside the colours of the map. */
    Set<SpecialValue> special() {
        return special;
    }

    /** Round values, at most so many. */
    List<PictureTicks.Tick> ticks(int most) {
        if (range.min() == range.max()) {
            return List.of(new PictureTicks.Tick(range.min(), Numbers.text(range.min())));
        }
        if (isLogarithmic) {
            List<PictureTicks.Tick> decades = PictureTicks.decades(range.min(), range.max(), most);
            if (decades.size() > 1) {
                return decades;
            }
        }
        return new ArrayList<>(PictureTicks.between(range.min(), range.max(), most, survey.isOfIntegers() ? 1 : 0));
    }

    @Override
    Optional<ScaleBar> bar(PictureText text, int space) {
        return Optional.of(new ColourBar(this, text, space));
    }

    @Override
    Thinning defaultThinning() {
        return Thinning.MEAN;
    }
}
