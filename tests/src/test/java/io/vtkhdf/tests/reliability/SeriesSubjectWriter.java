package io.vtkhdf.tests.reliability;

import io.vtkhdf.image.FieldArray;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a {@link SeriesSpecimen}, step by step. */
final class SeriesSubjectWriter implements SubjectWriter {

    private final SeriesSpecimen specimen;
    private final ImageSeriesWriter writer;
    private final boolean isStoredAsFound;
    private final Progress progress;
    private final SliceSets found = new SliceSets();
    private int next;
    private StepWriter step;

    /** @param isStoredAsFound whether the arrays are stored as somebody else has chosen */
    SeriesSubjectWriter(SeriesSpecimen specimen, ImageSeriesWriter writer, boolean isStoredAsFound, Progress progress)
            throws IOException {
        this.specimen = specimen;
        this.writer = writer;
        this.isStoredAsFound = isStoredAsFound;
        this.progress = progress;
        next = writer.times().length;
        found.add(specimen.steps(next));
        writer.writeField(SeriesSpecimen.CONSTANT);
    }

    @Override
    public SliceSets found() {
        return found;
    }

    @Override
    public List<SubjectSlice> next() throws IOException {
        List<SubjectSlice> slices = List.of();
        while (slices.isEmpty()) {
            finishStep();
            if (next == specimen.count()) {
                return List.of();
            }
            slices = begin(next++);
        }
        return slices;
    }

    private List<SubjectSlice> begin(int number) throws IOException {
        step = writer.step(specimen.time(number));
        for (FieldArray field : specimen.fields(number)) {
            step.writeField(field);
        }
        List<SubjectSlice> slices = new ArrayList<>();
        for (SpecimenArray array : specimen.image().arrays()) {
            if (specimen.slab(array, number) == number) {
                addMissing(array, number, slices);
            } else {
                step.reuse(array.spec().association(), array.spec().name());
            }
        }
        return slices;
    }

    private void addMissing(SpecimenArray array, int number, List<SubjectSlice> slices) throws IOException {
        ArrayWriter target = isStoredAsFound
                ? step.array(array.spec().association(), array.spec().name())
                : step.createArray(array.spec(), array.storage());
        for (int k = 0; k < target.dimensions().z(); k++) {
            int told = specimen.number(number, k);
            if (target.isWritten(k)) {
                found.add(array.spec().name(), told);
                progress.done(array.spec().name(), told);
            } else {
                slices.add(new SubjectSlice(target, k, array.slice(target.dimensions(), number, k), told));
            }
        }
    }

    private void finishStep() throws IOException {
        if (step != null) {
            progress.started(SeriesSpecimen.STEPS, step.step());
            step.finish();
            progress.done(SeriesSpecimen.STEPS, step.step());
            step = null;
        }
    }

    @Override
    public void commit() throws IOException {
        writer.commit();
    }

    @Override
    public void finish() throws IOException {
        writer.finish();
    }

    @Override
    public void abort() {
        writer.abort();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
