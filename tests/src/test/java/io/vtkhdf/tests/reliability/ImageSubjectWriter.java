package io.vtkhdf.tests.reliability;

import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a {@link Specimen}. */
final class ImageSubjectWriter implements SubjectWriter {

    private final ImageDataWriter writer;
    private final SliceSets found = new SliceSets();
    private List<SubjectSlice> missing = new ArrayList<>();

    ImageSubjectWriter(Specimen specimen, ImageDataWriter writer, Progress progress) throws IOException {
        this.writer = writer;
        List<ArrayWriter> arrays = specimen.create(writer);
        for (int k = 0; k < specimen.geometry().dimensions().z(); k++) {
            for (ArrayWriter array : arrays) {
                String name = array.spec().name();
                if (k >= array.dimensions().z()) {
                    continue;
                } else if (array.isWritten(k)) {
                    found.add(name, k);
                    progress.done(name, k);
                } else {
                    missing.add(new SubjectSlice(array, k, specimen.array(name).slice(array.dimensions(), 0, k), k));
                }
            }
        }
    }

    @Override
    public SliceSets found() {
        return found;
    }

    @Override
    public List<SubjectSlice> next() {
        List<SubjectSlice> slices = missing;
        missing = List.of();
        return slices;
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
