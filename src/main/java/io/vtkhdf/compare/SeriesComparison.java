package io.vtkhdf.compare;

import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.util.Objects;

/**
 * Compares two series, A and B, step by step: their times, within the tolerance too, and the images, see
 * {@link ImageComparison}; a static image is a series of one step. Of a different number of steps those are compared
 * that both have. Memory grows neither with the images nor with the number of steps; values that several steps have in
 * common are compared once, where it is the same steps on both sides.
 *
 * <p>A field array {@code TimeValue} or {@code Time} is no other difference, as some formats have it and others have
 * not; of two images without times, see {@link ImageSeries#isTimed}, it is a field array as others are, and nothing
 * else tells a time.
 *
 * <p>Not thread-safe. The series are not closed here.
 */
public final class SeriesComparison {

    /** What is to be compared of a step. */
    public interface Preparation {

        /** Sets up the comparison of two images, which are closed after it; may refuse them. */
        ImageComparison of(int step, ImageSource a, ImageSource b) throws IOException;
    }

    /** Hears of each step that was compared, in their order. */
    public interface Visitor {
        void step(StepDifference difference) throws IOException;
    }

    private final ImageSeries a;
    private final ImageSeries b;
    private final Tolerance tolerance;
    private final Preparation preparation;
    private final boolean isTimed;
    private Visitor other = difference -> {};

    /** @param tolerance of the times */
    public SeriesComparison(ImageSeries a, ImageSeries b, Tolerance tolerance, Preparation preparation) {
        this.a = a;
        this.b = b;
        this.tolerance = tolerance;
        this.preparation = preparation;
        this.isTimed = a.isTimed() || b.isTimed();
    }

    /** Somebody else who is to hear of each step, before the visitor does. */
    public SeriesComparison tellingFirst(Visitor value) {
        this.other = Objects.requireNonNull(value, "value");
        return this;
    }

    /** @throws UnsupportedOperationException if a slice takes 2^31 bytes or more */
    public SeriesDifference run(Visitor visitor) throws IOException {
        double[] timesA = a.times();
        double[] timesB = b.times();
        int steps = Math.min(timesA.length, timesB.length);
        ComparedSteps kept = new ComparedSteps(a, b);
        int differing = 0;
        for (int step = 0; step < steps; step++) {
            kept.begin(step);
            StepDifference difference =
                    StepDifference.of(step, timesA[step], timesB[step], tolerance, compare(step, kept));
            differing += difference.isSame() ? 0 : 1;
            other.step(difference);
            visitor.step(difference);
        }
        a.requireUnchanged();
        b.requireUnchanged();
        return new SeriesDifference(timesA.length, timesB.length, steps, differing);
    }

    private ImageDifference compare(int step, ComparedSteps kept) throws IOException {
        try (ImageSource sourceA = a.open(step);
                ImageSource sourceB = b.open(step)) {
            ImageComparison images = preparation.of(step, sourceA, sourceB).keeping(kept);
            return (isTimed ? images.withoutTime() : images).run();
        }
    }
}
