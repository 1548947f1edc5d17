package io.vtkhdf.tests.reliability;

import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.tests.Tool;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A series of which the first steps are in a finished file, to which the others are appended.
 *
 * @param before the number of the first steps; 1 for an image that is no series
 * @param isByH5py whether the finished file is one of h5py
 */
record AppendedSeries(SeriesSpecimen series, int before, boolean isByH5py) implements Subject {

    @Override
    public Path written(Path folder) {
        return Subject.output(folder);
    }

    @Override
    public void prepare(Path folder) throws IOException {
        Path file = written(folder);
        try (SubjectWriter writer =
                series.first(before).open(file, WriteOptions.defaults().withOverwrite(true), Progress.NONE)) {
            writer.writeAll(Progress.NONE);
        }
        if (isByH5py) {
            rewrite(folder, file);
        }
    }

    private static void rewrite(Path folder, Path file) throws IOException {
        Path copy = folder.resolve("by h5py");
        String script = Tool.pythonScript("rewrite.py").toString();
        try {
            Tool.run(folder, List.of(Tool.python(), script, file.toString(), copy.toString()));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(copy);
    }

    @Override
    public SliceSets prepared() {
        return series.steps(before);
    }

    /** What an appending run has left is gone on with in place, as any that is interrupted. */
    @Override
    public SubjectWriter open(Path output, WriteOptions options, Progress progress) throws IOException {
        boolean isFinished;
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            isFinished = reader.isFinished();
        }
        ImageSeriesWriter writer = isFinished
                ? ImageSeriesWriter.append(output, options)
                : ImageSeriesWriter.create(
                        output,
                        series.geometry(),
                        TimeAxis.growing(),
                        options.withInPlace(true).withResume(true));
        return series.opened(writer, true, progress);
    }

    @Override
    public SliceSets all() {
        return series.all();
    }

    @Override
    public void keepCommitted(SliceSets written) {
        series.keepCommitted(written);
    }

    @Override
    public SliceSets shown(SliceSets committed) {
        return series.shown(committed);
    }

    @Override
    public boolean isFinished(Path folder) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(written(folder))) {
            return reader.isFinished() && reader.steps() == series.count();
        }
    }

    @Override
    public SliceSets slicesOf(Path file) throws IOException {
        return series.slicesOf(file);
    }

    @Override
    public void requireWhole(Path file) throws IOException {
        series.requireWhole(file);
    }
}
