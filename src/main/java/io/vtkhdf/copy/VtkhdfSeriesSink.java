package io.vtkhdf.copy;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Slab;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Writes the steps of a VTKHDF file, but those that an earlier run has completed. */
final class VtkhdfSeriesSink implements SeriesSink {

    private final VtkhdfSeriesTarget target;
    private final ImageSeriesWriter writer;
    private final double[] times;
    private final Set<Double> complete = new HashSet<>();
    /** Whether what is the same at all steps has been written. */
    private boolean begun;

    /** Whether there is something to keep: a file that was not touched stays finished. */
    private boolean hasWritten;

    private boolean finished;

    /** @param complete the times of the steps that an earlier run has written of these */
    VtkhdfSeriesSink(VtkhdfSeriesTarget target, ImageSeriesWriter writer, double[] times, double... complete) {
        this.target = target;
        this.writer = writer;
        this.times = times;
        Arrays.stream(complete).map(VtkhdfSeriesSink::comparable).forEach(this.complete::add);
    }

    /** Of two zeros -0.0 would be another one. */
    private static double comparable(double time) {
        return time + 0.0;
    }

    @Override
    public boolean has(int step) {
        return complete.contains(comparable(times[step]));
    }

    @Override
    public StepSink step(int step, ImageSource image) throws IOException {
        StepWriter stepWriter = writer.step(times[step]);
        for (FieldArray field : target.storable(image).fields()) {
            if (!isConstant(field)) {
                stepWriter.writeField(field);
            }
        }
        return new Step(stepWriter, image);
    }

    private boolean isConstant(FieldArray field) {
        return constants().stream().anyMatch(constant -> constant.name().equals(field.name()));
    }

    private List<FieldArray> constants() {
        boolean areSeveral = times.length > 1 && target.mode() == VtkhdfSeriesTarget.Mode.CREATE;
        return areSeveral ? target.fields().map(FieldsOfSteps::constant).orElse(List.of()) : List.of();
    }

    private final class Step implements StepSink {
        private final StepWriter step;
        private final ImageSource image;
        private final Map<ArraySpec, ArrayWriter> arrays = new HashMap<>();

        Step(StepWriter step, ImageSource image) {
            this.step = step;
            this.image = image;
        }

        private ArrayWriter array(ArraySpec array) throws IOException {
            ArrayWriter known = arrays.get(array);
            if (known == null) {
                known = step.createArray(array);
                arrays.put(array, known);
            }
            return known;
        }

        @Override
        public boolean has(ArraySpec array, int firstSlice, int slices) throws IOException {
            return IntStream.range(firstSlice, firstSlice + slices).allMatch(array(array)::isWritten);
        }

        @Override
        public void write(ArraySpec array, int firstSlice, int slices, ByteBuffer values) throws IOException {
            array(array).writeMissing(new Slab(firstSlice, slices), values, Order.X_FASTEST);
            hasWritten = true;
        }

        @Override
        public boolean reuse(ArraySpec array) throws IOException {
            step.reuse(array.association(), target.storedName(array.name()));
            return true;
        }

        @Override
        public void finish() throws IOException {
            if (!begun) {
                begun = true;
                for (ActiveArray active : ActiveRoles.suitable(image)) {
                    writer.setActive(active);
                }
                for (FieldArray field : target.storable(image).fields()) {
                    if (isConstant(field)) {
                        writer.writeField(field);
                    }
                }
            }
            step.finish();
            hasWritten = true;
        }
    }

    @Override
    public void finish() throws IOException {
        writer.finish();
        finished = true;
    }

    @Override
    public void abort() {
        writer.abort();
    }

    @Override
    public void close() {
        if (!finished && hasWritten && target.appends() && target.isResumable()) {
            keep();
        }
        writer.abort();
    }

    /** What is appended is kept by a commit only. */
    private void keep() {
        try {
            writer.commit();
        } catch (IOException | IllegalStateException e) {
            // What led here counts for more, and what was committed before stays.
        }
    }
}
