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
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads arrays for their {@link ArrayStatistics}: for ranges and means, and then, if wanted, for how values are spread.
 */
public final class StatisticsReader {

    /** The bytes of values of any type that are looked at together. */
    private static final int PIECE = 1 << 20;

    private final boolean isSpread;

    private StatisticsReader(boolean isSpread) {
        this.isSpread = isSpread;
    }

    /** Of ranges, means and deviations: all values are read once. */
    public static StatisticsReader ofSummaries() {
        return new StatisticsReader(false);
    }

    /** Of how values are spread, too: all values are read two to five times, or more in a small heap. */
    public static StatisticsReader ofDistributions() {
        return new StatisticsReader(true);
    }

    /** Reads all of an array, slab by slab. */
    public ArrayStatistics read(ImageSource source, ArraySpec array) throws IOException {
        SlabLoop loop = new SlabLoop(source, List.of(array), SlabLoop.defaultMemory());
        return Unchanged.during(
                () -> {
                    ArraySummary summary = summary(loop, array);
                    return result(array.type(), summary, visitor -> pieces(loop, array, 1, visitor));
                },
                source::requireUnchanged);
    }

    private ArrayStatistics result(ScalarType type, ArraySummary summary, ArrayValuePasses passes) throws IOException {
        return isSpread ? summary.result(ArrayDistribution.of(type, summary, passes)) : summary.result();
    }

    private static ArraySummary summary(SlabLoop loop, ArraySpec array) throws IOException {
        ArraySummary summary = new ArraySummary(array.type(), array.components());
        loop.run(array, (first, slices, values) -> add(values, array, summary));
        return summary;
    }

    private static void pieces(SlabLoop loop, ArraySpec array, long times, ArrayValuePasses.Visitor visitor)
            throws IOException {
        int size = new ArraySummary(array.type(), array.components()).wholeTuples(PIECE);
        loop.run(array, (first, slices, values) -> {
            for (int at = 0; at < values.limit(); at += size) {
                visitor.values(array.type().toArray(piece(values, at, size)), times);
            }
        });
    }

    /**
     * Reads arrays of all steps, step by step; values that several steps have in common are read once, and count as
     * often as there are such steps.
     *
     * @param arrays of the first step
     * @throws io.vtkhdf.error.UnsupportedFileException if a step lacks one of them, or has another one of its name
     */
    public Map<ArraySpec, ArrayStatistics> read(ImageSeries series, Map<ArraySpec, SharedSteps> arrays)
            throws IOException {
        AlikeSteps alike = new AlikeSteps(series, (name, image) -> named(image, arrays.keySet()));
        Map<ArraySpec, ArrayStatistics> found = new HashMap<>();
        for (Map.Entry<ArraySpec, SharedSteps> array : arrays.entrySet()) {
            found.put(array.getKey(), read(alike, array.getKey(), array.getValue()));
        }
        series.requireUnchanged();
        return found;
    }

    private ArrayStatistics read(ImageSeries series, ArraySpec array, SharedSteps shared) throws IOException {
        ArraySummary summary = new ArraySummary(array.type(), array.components());
        forEachStep(series, array, shared, (loop, times) -> summary.add(summary(loop, array), times));
        return result(
                array.type(),
                summary,
                visitor -> forEachStep(series, array, shared, (loop, times) -> pieces(loop, array, times, visitor)));
    }

    /** Receives the steps that have values of their own. */
    private interface StepVisitor {
        /** @param times how many steps have these values */
        void step(SlabLoop loop, int times) throws IOException;
    }

    private static void forEachStep(ImageSeries series, ArraySpec array, SharedSteps shared, StepVisitor visitor)
            throws IOException {
        int steps = series.times().length;
        for (int step = 0; step < steps; step++) {
            int times = shared.sharing(step);
            if (times > 0) {
                try (ImageSource source = series.open(step)) {
                    SlabLoop loop = new SlabLoop(source, List.of(array), SlabLoop.defaultMemory());
                    Unchanged.during(
                            () -> {
                                visitor.step(loop, times);
                                return loop;
                            },
                            source::requireUnchanged);
                }
            }
        }
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

    public ArrayStatistics read(FieldArray.Numbers field) {
        ArraySummary summary = new ArraySummary(field.type(), field.components()).add(field.values());
        try {
            return result(field.type(), summary, visitor -> visitor.values(field.values(), 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sum of pieces of the same size in the same order: the threads that there are do not change it. */
    private static void add(ByteBuffer values, ArraySpec array, ArraySummary summary) throws IOException {
        ScalarType type = array.type();
        int size = summary.wholeTuples(PIECE);
        ArraySummary[] pieces = new ArraySummary[(values.limit() + size - 1) / size];
        Workers.each(Workers.processors(), pieces.length, piece -> {
            Object ofPiece = type.toArray(piece(values, (int) piece * size, size));
            pieces[(int) piece] = new ArraySummary(type, array.components()).add(ofPiece);
        });
        List.of(pieces).forEach(piece -> summary.add(piece, 1));
    }

    private static ByteBuffer piece(ByteBuffer values, int at, int size) {
        return values.slice(at, Math.min(size, values.limit() - at)).order(values.order());
    }
}
