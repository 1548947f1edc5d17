package io.vtkhdf.plan;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A slab of steps as a time series of its own, whose steps are written one after the other. */
final class PartSeries implements PartFile {

    private final PlannedImage image;
    private final int number;
    private final double[] times;
    private final ImageSeriesWriter writer;
    private Optional<StepWriter> open = Optional.empty();

    private PartSeries(PlannedImage image, int number, double[] times, ImageSeriesWriter writer) {
        this.image = image;
        this.number = number;
        this.times = times;
        this.writer = writer;
    }

    static PartSeries create(PlannedImage image, int slab, Path file, WriteOptions options) throws IOException {
        Slab steps = image.slab(slab);
        double[] times =
                Arrays.copyOfRange(new PartsFolder(image).head().times(), steps.first(), steps.first() + steps.count());
        ImageSeriesWriter writer = ImageSeriesWriter.create(file, image.geometry(), TimeAxis.of(times), options);
        return new PartSeries(image, slab, times, writer);
    }

    @Override
    public synchronized void begin(int step) throws IOException {
        int wanted = step - image.slab(number).first();
        int next = open.map(StepWriter::step).orElse(-1) + 1;
        if (open.isPresent() && wanted == next - 1) {
            return;
        } else if (wanted != next) {
            int first = image.slab(number).first();
            throw new IllegalStateException(image.shown(number) + ": found step " + step + ", expected "
                    + (next == 0 ? "step " + first : "step " + (first + next - 1) + ", or the one behind it")
                    + ": in chunks, the steps of a slab are written one after the other");
        }
        StepWriter begun = writer.step(times[wanted]);
        open = Optional.of(begun);
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            for (ArraySpec spec : image.specs()) {
                if (spec.association() == association) {
                    begun.createArray(spec);
                }
            }
        }
    }

    @Override
    public synchronized ArrayWriter array(int step, int array) throws IOException {
        begin(step);
        ArraySpec spec = image.specs().get(array);
        return open.orElseThrow().array(spec.association(), spec.name());
    }

    @Override
    public int firstSlice() {
        return 0;
    }

    @Override
    public void finish() throws IOException {
        writer.finish();
    }

    @Override
    public void abort() {
        writer.abort();
    }
}
