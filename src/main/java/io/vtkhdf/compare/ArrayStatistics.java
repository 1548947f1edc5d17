package io.vtkhdf.compare;

import io.vtkhdf.copy.AlikeSteps;
import io.vtkhdf.copy.SelectedArrays;
import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.copy.Unchanged;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.runtime.Workers;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The range and mean of an array's values, all components together, and of each component.
 *
 * <p>The range is exact: of integers a {@link Long}, or a {@link java.math.BigInteger} where that is too short, else a
 * {@link Double}.
 *
 * @param min the smallest value that is not NaN; NaN if there is none
 * @param max the largest value that is not NaN; NaN if there is none
 * @param mean the mean of the finite values; NaN if there is none
 * @param deviation the standard deviation of the finite values, of them as a whole (the divisor is their number); NaN
 *     if there is none
 * @param nans how many values are NaN
 * @param components the same of each component; none if there is one, or more than 16
 */
public record ArrayStatistics(
        Number min, Number max, double mean, double deviation, long nans, List<ArrayStatistics> components) {

    public ArrayStatistics {
        components = List.copyOf(components);
    }

    ArrayStatistics withComponents(List<ArrayStatistics> value) {
        return new ArrayStatistics(min, max, mean, deviation, nans, value);
    }

    /** The bytes of values of any type that are looked at together. */
    private static final int PIECE = 1 << 20;

    /** Reads all of an array, slab by slab. */
    public static ArrayStatistics of(ImageSource source, ArraySpec array) throws IOException {
        return summary(source, array).result();
    }

    private static ArraySummary summary(ImageSource source, ArraySpec array) throws IOException {
        ArraySummary summary = new ArraySummary(array.type(), array.components());
        SlabLoop loop = new SlabLoop(source, List.of(array), SlabLoop.defaultMemory());
        return Unchanged.during(
                () -> {
                    loop.run(array, (first, slices, values) -> add(values, array, summary));
                    return summary;
                },
                source::requireUnchanged);
    }

    /**
     * Reads arrays of all steps, step by step; values that several steps have in common are read once, and count as
     * often as there are such steps.
     *
     * @param arrays of the first step
     * @throws io.vtkhdf.error.UnsupportedFileException if a step lacks one of them, or has another one of its name
     */
    public static Map<ArraySpec, ArrayStatistics> of(ImageSeries series, Map<ArraySpec, SharedSteps> arrays)
            throws IOException {
        Map<ArraySpec, ArraySummary> summaries = new HashMap<>();
        arrays.keySet().forEach(array -> summaries.put(array, new ArraySummary(array.type(), array.components())));
        AlikeSteps alike = new AlikeSteps(series, (name, image) -> named(image, arrays.keySet()));
        int steps = series.times().length;
        for (int step = 0; step < steps; step++) {
            int now = step;
            if (arrays.values().stream().anyMatch(shared -> shared.sharing(now) > 0)) {
                try (ImageSource source = alike.open(step)) {
                    for (Map.Entry<ArraySpec, SharedSteps> array : arrays.entrySet()) {
                        add(source, array.getKey(), array.getValue().sharing(step), summaries.get(array.getKey()));
                    }
                }
            }
        }
        series.requireUnchanged();
        return arrays.keySet().stream()
                .collect(Collectors.toMap(
                        array -> array, array -> summaries.get(array).result()));
    }

    /** Those of an image that are called as these are. */
    private static ImageSource named(ImageSource image, Set<ArraySpec> arrays) {
        return new SelectedArrays(
                image,
                image.arrays().stream()
                        .filter(array -> arrays.stream()
                                .anyMatch(other -> other.association() == array.association()
                                        && other.name().equals(array.name())))
                        .toList());
    }

    private static void add(ImageSource source, ArraySpec array, int times, ArraySummary sum) throws IOException {
        if (times > 0) {
            sum.add(summary(source, array), times);
        }
    }

    public static ArrayStatistics of(FieldArray.Numbers field) {
        return new ArraySummary(field.type(), field.components())
                .add(field.values())
                .result();
    }

    /** The sum of pieces of the same size in the same order: the threads that there are do not change it. */
    private static void add(ByteBuffer values, ArraySpec array, ArraySummary summary) throws IOException {
        ScalarType type = array.type();
        int size = summary.wholeTuples(PIECE);
        ArraySummary[] pieces = new ArraySummary[(values.limit() + size - 1) / size];
        Workers.each(Workers.processors(), pieces.length, piece -> {
            int at = (int) piece * size;
            ByteBuffer bytes = values.slice(at, Math.min(size, values.limit() - at));
            pieces[(int) piece] =
                    new ArraySummary(type, array.components()).add(type.toArray(bytes.order(values.order())));
        });
        List.of(pieces).forEach(piece -> summary.add(piece, 1));
    }
}
