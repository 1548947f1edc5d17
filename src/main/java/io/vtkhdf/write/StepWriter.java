package io.vtkhdf.write;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes one step of an {@link ImageSeriesWriter}: all of its arrays, in slices or regions, in any order and from any
 * thread, or as they were in the step before.
 *
 * <p>The first step decides which arrays and field arrays there are. A later one has all of them: of each array the
 * values of its own, or those of the step before ({@link #reuse}); of each field array values of its own.
 *
 * <p>Thread-safe, as is the writer. When the step is complete, by {@link #finish} or by the next
 * {@link ImageSeriesWriter#step}, every call is an {@link IllegalStateException}.
 */
public final class StepWriter {

    private final ImageSeriesWriter series;
    private final OpenStep step;

    StepWriter(ImageSeriesWriter series, OpenStep step) {
        this.series = series;
        this.step = step;
    }

    /** Its number, from 0. */
    public int step() {
        return step.number();
    }

    public double time() {
        return step.time();
    }

    /**
     * Creates a point array of one component, or takes the one of the steps before; see
     * {@link #createArray(ArraySpec)}.
     */
    public ArrayWriter createPointArray(String name, ScalarType type) throws IOException {
        return createArray(ArraySpec.point(name, type));
    }

    /**
     * Creates a cell array of one component, or takes the one of the steps before; see {@link #createArray(ArraySpec)}.
     */
    public ArrayWriter createCellArray(String name, ScalarType type) throws IOException {
        return createArray(ArraySpec.cell(name, type));
    }

    /** As {@link #createArray(ArraySpec, Storage)}, stored as {@link WriteOptions#withStorage} says, or as it is. */
    public ArrayWriter createArray(ArraySpec spec) throws IOException {
        return create(spec, Optional.empty());
    }

    /**
     * Creates a point or cell array in the first step; in later ones, the array of this name, which must be as the
     * first step has made it. What an interrupted run has written of it is there, see {@link ArrayWriter#isWritten}.
     *
     * <p>As in VTK, {@code /} and {@code .} in a name become {@code _}.
     *
     * @throws IllegalArgumentException if it is there already, or larger than can be written, or not as it was before,
     *     or the steps before have none of this name
     * @throws ResumeMismatchException if a {@linkplain WriteOptions#withResume resumed} file has it in another form
     * @throws IllegalStateException if it was {@linkplain #reuse reused}, or this step is complete
     * @throws io.vtkhdf.error.UnsupportedFileException if {@link WriteOptions#withOldestReader} would not read it
     * @throws IOException if writing failed earlier
     */
    public ArrayWriter createArray(ArraySpec spec, Storage storage) throws IOException {
        return create(spec, Optional.of(storage));
    }

    private ArrayWriter create(ArraySpec spec, Optional<Storage> storage) throws IOException {
        Objects.requireNonNull(spec, "spec");
        return series.inStep(step, () -> step.create(spec, storage, series.usualStorage()));
    }

    /**
     * An array that was created, in this step or in the first one.
     *
     * @throws IllegalArgumentException if there is none
     * @throws IllegalStateException if it was {@linkplain #reuse reused}, or this step is complete
     */
    public ArrayWriter array(Association association, String name) throws IOException {
        return series.inStep(step, () -> step.array(association, name));
    }

    /**
     * Says that an array is the same as in the step before, so that its values are stored once.
     *
     * @throws IllegalArgumentException if the step before has no such array, or this is the first one
     * @throws IllegalStateException if something of it was written in this step, or this step is complete
     */
    public void reuse(Association association, String name) throws IOException {
        series.inStep(step, () -> {
            step.reuse(association, name);
            return null;
        });
    }

    /**
     * Writes the values that a field array has at this step. VTK 9.3 shows one tuple of them, or the first text;
     * releases from 9.4 on all.
     *
     * @throws IllegalArgumentException if this step has it already, or it has no values, or it is not of the type and
     *     the components that it has in the steps before, or these have none of this name, or the same at all steps; or
     *     if it is called {@code Time}, which VTK adds itself, or {@code TimeValue}
     */
    public void writeField(FieldArray field) throws IOException {
        series.inStep(step, () -> {
            step.writeField(field);
            return null;
        });
    }

    /**
     * Says that this step is complete: from the next commit on it is part of the series. Does nothing if it is already.
     *
     * @throws IllegalStateException if something is missing, and {@link WriteOptions#withFillMissing} was not asked
     *     for; it can still be written
     * @throws IOException if writing fails or failed
     */
    public void finish() throws IOException {
        series.finish(step);
    }
}
