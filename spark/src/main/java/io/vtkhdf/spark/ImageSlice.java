package io.vtkhdf.spark;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.plan.SlabArray;
import io.vtkhdf.plan.SlabWriter;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * All values of one z slice of one array, on their way to the slab that they are in. Serialised by Java or Kryo; not to
 * be changed, nor its values, once Spark has it.
 */
public final class ImageSlice implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int NO_STEP = -1;

    /** Or none. */
    private final int step;

    private final Association association;
    private final String array;
    private final int slice;
    private final Serializable values;

    private ImageSlice(int step, ArraySpec array, int slice, Serializable values) {
        this.step = step;
        this.association = array.association();
        this.array = array.name();
        this.slice = slice;
        this.values = Objects.requireNonNull(values, "values");
    }

    /**
     * A slice of an image.
     *
     * @param slice counted from 0, of the whole image
     * @param values a Java array of the carrier type of the array's {@link io.vtkhdf.image.ScalarType}, such as
     *     {@code float[]}, x fastest, the components of a tuple next to each other
     */
    public static ImageSlice of(ArraySpec array, int slice, Serializable values) {
        return new ImageSlice(NO_STEP, array, slice, values);
    }

    /**
     * A slice of a time series.
     *
     * @param step counted from 0, of the whole series
     * @param slice as of {@link #of}
     * @param values as of {@link #of}
     * @throws IllegalArgumentException if the step is negative
     */
    public static ImageSlice ofStep(int step, ArraySpec array, int slice, Serializable values) {
        if (step < 0) {
            throw new IllegalArgumentException("found step " + step + ", expected one from 0");
        }
        return new ImageSlice(step, array, slice, values);
    }

    /** 0 of an image. */
    int step() {
        return Math.max(step, 0);
    }

    boolean isOfSeries() {
        return step != NO_STEP;
    }

    int slice() {
        return slice;
    }

    boolean isOf(ArraySpec spec) {
        return spec.association() == association && spec.name().equals(array);
    }

    void write(SlabWriter slab, boolean isSeries) throws IOException {
        SlabArray target = isSeries ? slab.array(step, association, array) : slab.array(association, array);
        target.writeSlice(slice, values);
    }

    /** Such as {@code slice 7 of the point array 'density'}, or {@code … at step 2}. */
    @Override
    public String toString() {
        return "slice " + slice + " of the " + name(association, array) + (isOfSeries() ? " at step " + step : "");
    }

    /** Such as {@code point array 'density'}. */
    static String name(Association association, String array) {
        return association.name().toLowerCase(Locale.ROOT) + " array " + ShownText.quoted(array);
    }
}
