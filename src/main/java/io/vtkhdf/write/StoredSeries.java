package io.vtkhdf.write;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.format.ImageArrays;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.format.UnfinishedMarks;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Names;
import io.vtkhdf.write.store.ConstantField;
import io.vtkhdf.write.store.SeriesField;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A time series, or an image, that is gone on with: its last commit, all of it read and checked but the values. */
final class StoredSeries {

    private final ImageContents image;
    private final long end;
    private final double[] times;
    private final Optional<String> source;
    /** How many steps there will be, 0 if that is not known; empty if the file does not say that it is a series. */
    private final Optional<Integer> known;

    private final List<StoredSlabs> arrays = new ArrayList<>();
    private final List<ActiveArray> active = new ArrayList<>();
    private final Optional<Begun> begun;

    /** What there is of the step that was begun. */
    record Begun(double time, List<ResumedArray> arrays) {}

    private StoredSeries(Hdf5Reader file) throws IOException {
        Optional<UnfinishedSeries> unfinished = UnfinishedSeries.of(file);
        this.image = unfinished.isPresent() ? unfinished.get().image() : ImageContents.of(file);
        this.end = file.end();
        this.known = unfinished.map(UnfinishedSeries::known);
        requireAll(image.arrays());
        Optional<StoredAttribute> origin = image.group().attribute(UnfinishedMarks.SOURCE);
        this.source = origin.isPresent() ? origin.get().string() : Optional.empty();
        boolean hasStep = unfinished.isEmpty() || unfinished.get().steps() > 0;
        this.times = hasStep ? image.times().toArray() : new double[0];
        if (!hasStep && !image.arrays().arrays().isEmpty()) {
            throw file.file().corrupt(image.group().path(), "arrays of no step", "the time of one");
        }
        for (ImageArray array : image.arrays().arrays()) {
            arrays.add(new StoredSlabs(array, geometry(), times.length));
        }
        active.addAll(image.arrays().active());
        Optional<UnfinishedSeries.Step> step = unfinished.flatMap(UnfinishedSeries::step);
        this.begun = step.isPresent() ? Optional.of(begun(step.get())) : Optional.empty();
    }

    private static void requireAll(ImageArrays stored) throws FileContentException {
        stored.requireAll();
        if (!stored.unreadable().isEmpty()) {
            throw stored.unreadable().get(0).reason(); // A field array that is too large for the heap.
        }
    }

    private Begun begun(UnfinishedSeries.Step step) throws IOException {
        step.arrays().requireAll();
        List<ResumedArray> found = new ArrayList<>();
        for (ImageArray array : step.arrays().arrays()) {
            found.add(new ResumedArray(array, geometry()));
        }
        active.addAll(step.arrays().active());
        return new Begun(step.time(), found);
    }

    /**
     * What an interrupted run has left; empty if there is nothing, or a finished file in place that may be overwritten.
     *
     * @throws FileAlreadyExistsException if it is a finished file in place that may not be overwritten
     * @throws ResumeMismatchException if it is no time series
     * @throws CorruptFileException if it is damaged
     * @throws UnsupportedFileException if it was not written by this library, or is too large for this heap
     */
    static Optional<StoredSeries> unfinished(OutputFile output, WriteOptions options) throws IOException {
        ByteSource bytes = ByteSource.of(output.written().toString(), output.channel());
        if (Signature.isAlone(bytes)) {
            return Optional.empty();
        }
        StoredSeries found = read(output.written(), bytes, ResumeMismatchException.ADVICE);
        if (found.image.header().finished() && options.isInPlace()) {
            if (options.overwrites()) {
                return Optional.empty();
            }
            throw new FileAlreadyExistsException(output.target().toString(), null, OutputFile.EXISTS);
        } else if (found.known.isPresent() || found.image.header().finished() && found.tellsTimes()) {
            return Optional.of(found);
        } else if (found.arrays.isEmpty()
                && found.image.arrays().fieldDatasets().isEmpty()) {
            return Optional.empty(); // Of whatever its first commit was: there is nothing in it.
        }
        throw ResumeMismatchException.of(
                ResumeMismatchException.Aspect.TIME_AXIS,
                output.written(),
                "",
                "an image that is no time series",
                "a time series");
    }

    /** Whether a finished file is as a time series is written. */
    private boolean tellsTimes() {
        return image.header().steps().isTimeSeries()
                || image.arrays().fieldDatasets().containsKey(TimeValue.NAME);
    }

    /**
     * What is to be added to.
     *
     * @throws CorruptFileException if it is damaged
     * @throws UnsupportedFileException if it cannot be added to without losing something, or writing it again
     */
    static StoredSeries finished(OutputFile output) throws IOException {
        Path file = output.written();
        ByteSource bytes = ByteSource.of(file.toString(), output.channel());
        StoredSeries found = read(file, bytes, advice(file));
        if (!found.image.header().finished()) {
            throw found.image
                    .group()
                    .file()
                    .unsupported(
                            found.image.group().path() + "@" + UnfinishedMarks.UNFINISHED,
                            "an unfinished file",
                            "a finished one: go on with it in place, to be resumed");
        }
        AppendableFile.require(bytes, found.image, advice(file));
        return found;
    }

    /** What to do with a file that cannot be added to. */
    static String advice(Path file) {
        return "to add steps convert it first: vtkhdf convert " + file.getFileName() + " OUTPUT.vtkhdf";
    }

    private static StoredSeries read(Path file, ByteSource bytes, String advice) throws IOException {
        try {
            return new StoredSeries(Hdf5Reader.lastCommit(bytes));
        } catch (FileContentException e) {
            throw e.advising(ResumedFile.isForWantOfMemory(e) ? ResumedFile.MORE_MEMORY : advice);
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Sizes or names that nobody can have written.
            throw new CorruptFileException(file.toString(), "/VTKHDF", e.getMessage(), e);
        }
    }

    /** @throws ResumeMismatchException if it is another image, has other times, or is made from something else */
    void requireSame(Path file, ImageGeometry asked, TimeAxis axis, WriteOptions options) {
        ResumedFile.requireSame(file, geometry(), asked, source, options);
        boolean isSame = known.orElse(times.length == axis.known() ? times.length : 0) == axis.known();
        if (!isSame) {
            throw ResumeMismatchException.of(
                    ResumeMismatchException.Aspect.TIME_AXIS,
                    file,
                    "",
                    known.orElse(0) == 0 ? "a time series of a growing number of steps" : known.get() + " steps",
                    axis.isGrowing() ? "a growing number of steps" : axis.known() + " steps");
        }
        double[] expected = axis.times();
        for (int step = 0; step < times.length && !axis.isGrowing(); step++) {
            if (times[step] != expected[step]) {
                throw ResumeMismatchException.of(
                        ResumeMismatchException.Aspect.TIME_AXIS,
                        file,
                        "",
                        "the time " + times[step] + " of step " + step,
                        Double.toString(expected[step]));
            }
        }
    }

    /** Refuses, or warns of, what the oldest reader would not read once steps are added. */
    void judge(Path file, OldestReader demand) throws UnsupportedFileException {
        demand.judge(file, geometry());
        for (StoredSlabs array : arrays) {
            demand.judge(file, geometry(), array.shape());
        }
    }

    ImageGeometry geometry() {
        return image.header().geometry();
    }

    /** What the values are made from, if that was told. */
    Optional<String> source() {
        return source;
    }

    /** Where the commit ends. */
    long end() {
        return end;
    }

    /** Of the complete steps. */
    double[] times() {
        return times.clone();
    }

    List<ActiveArray> active() {
        return active;
    }

    Optional<Begun> begun() {
        return begun;
    }

    /** Gives the arrays of the complete steps to a writer. */
    void restoreArrays(WriterSession session, SeriesArrays all, TimeAxis axis) throws IOException {
        for (StoredSlabs array : arrays) {
            all.put(array.restore(session, !axis.isGrowing(), known.isPresent()));
        }
    }

    /** Writes the field arrays of the complete steps again, since they are little. */
    void restoreFields(WriterSession session, SeriesFields all) throws IOException {
        List<ConstantField> same = new ArrayList<>();
        Map<String, SeriesField> different = new LinkedHashMap<>();
        for (String name : image.arrays().fieldDatasets().keySet()) {
            FieldArray first = field(0, name);
            if (name.equals(TimeValue.NAME) && times.length == 1) {
                continue;
            } else if (image.arrays().isOneField(name, times.length)) {
                same.add(ConstantField.found(session.file(), first));
                continue;
            }
            SeriesField field = SeriesField.of(session.file(), first);
            for (int step = 0; step < times.length; step++) {
                field.settle(field(step, name));
            }
            different.put(Names.stored(name), field);
        }
        all.resume(times.length, different, same);
    }

    private FieldArray field(int step, String name) throws IOException {
        return image.atStep(step)
                .arrays()
                .findField(name)
                .orElseThrow(() -> image.group()
                        .file()
                        .unsupported(
                                image.group().path() + "/FieldData/" + name,
                                "no values at step " + step,
                                "some at every step"));
    }
}
