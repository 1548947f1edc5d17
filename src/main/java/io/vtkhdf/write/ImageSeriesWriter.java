package io.vtkhdf.write;

import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.write.EarlierFile;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.write.store.WritingGate;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes a time series of VTKHDF images step by step, in memory that does not grow with the images, nor, but for 8 to
 * 20 bytes a chunk, with their number.
 *
 * <pre>{@code
 * ImageGeometry geometry = ImageGeometry.of(64, 32, 16);
 * try (ImageSeriesWriter series = ImageSeriesWriter.create(Path.of("run.vtkhdf"), geometry, TimeAxis.growing())) {
 *     for (int n = 0; n < 10; n++) {
 *         StepWriter step = series.step(0.1 * n);
 *         ArrayWriter pressure = step.createPointArray("pressure", ScalarType.FLOAT64);
 *         for (int k = 0; k < pressure.dimensions().z(); k++) {
 *             pressure.writeSlice(k, new double[32 * 64]); // x fastest
 *         }
 *         step.finish();
 *     }
 *     series.finish();
 * }
 * }</pre>
 *
 * <p>Every commit makes the file a series of the steps that are complete by then, which VTK 9.3 and newer open: an
 * image without arrays as long as there is none; of one step, an image that says its time in the field array
 * {@code TimeValue}; of more, a time series. What there is of the step after them is kept beside it and is not part of
 * the series. All else is as of {@link ImageDataWriter}: names, locks, options, what becomes of a file that is given
 * up.
 *
 * <p>Thread-safe. Slices and regions of all arrays of a step may be written from several threads at once; whatever
 * begins or ends a step, commits or finishes waits until those under way are written.
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/index.html">VTKHDF file format</a>
 */
public final class ImageSeriesWriter implements Closeable {

    private final ImageGeometry geometry;
    private final TimeAxis axis;
    private final WriteOptions options;
    private final WriterSession session;
    private final SeriesContents contents;
    private final SeriesArrays arrays;
    private final SeriesFields fields;

    private ImageSeriesWriter(
            ImageGeometry geometry,
            TimeAxis axis,
            WriteOptions options,
            WriteListener listener,
            OutputFile output,
            Hdf5Writer file,
            Optional<EarlierFile> earlier) {
        this.geometry = geometry;
        this.axis = axis;
        this.options = options;
        this.contents = new SeriesContents(geometry, axis, file);
        this.session = new WriterSession(options, listener, output, file, contents, earlier);
        WriterJudge judge = new WriterJudge(output.target(), geometry, OldestReader.of(options, listener, axis));
        this.arrays = new SeriesArrays(session, geometry, judge, axis);
        this.fields = new SeriesFields(session, judge);
        contents.hold(arrays, fields);
    }

    /** As {@link #create(Path, ImageGeometry, TimeAxis, WriteOptions)} with {@link WriteOptions#defaults()}. */
    public static ImageSeriesWriter create(Path file, ImageGeometry geometry, TimeAxis axis) throws IOException {
        return create(file, geometry, axis, WriteOptions.defaults());
    }

    /** As {@link #create(Path, ImageGeometry, TimeAxis, WriteOptions, WriteListener)}, and nobody hears of it. */
    public static ImageSeriesWriter create(Path file, ImageGeometry geometry, TimeAxis axis, WriteOptions options)
            throws IOException {
        return create(file, geometry, axis, options, WriteListener.NONE);
    }

    /**
     * Creates a file, which gets its name when it is {@linkplain #finish finished}; or goes on with what an interrupted
     * run has left of it, if it is to be {@linkplain WriteOptions#withResume resumed}: {@link #times} tells of the
     * steps that are complete, and {@link #begunTime} of the one that is not.
     *
     * @throws java.nio.file.FileAlreadyExistsException as {@link ImageDataWriter#create}
     * @throws ResumeMismatchException if what is to be resumed is another image or no time series, or has other times
     * @throws CorruptFileException if what is to be resumed is damaged
     * @throws UnsupportedFileException if {@link WriteOptions#withOldestReader} would read no array of such an image;
     *     or if what is to be resumed was not written by this library, or cannot be gone on with in a heap as small as
     *     this
     * @throws AnotherWriterException if another writer is at it
     * @throws IOException if it cannot be created, or is not to be one of the default file system
     */
    public static ImageSeriesWriter create(
            Path file, ImageGeometry geometry, TimeAxis axis, WriteOptions options, WriteListener listener)
            throws IOException {
        ImageGeometry written = options.written(geometry);
        OldestReader.of(options, listener, axis).judge(file, written);
        Leftover.requireNone(ImageDataWriter.partOf(file), options);
        OutputFile output = OutputFile.create(file, options.outputOptions(), Signature.bytes());
        if (options.resumes()) {
            try {
                Optional<StoredSeries> found = StoredSeries.unfinished(output, options);
                if (found.isPresent()) {
                    return resume(written, axis, options, listener, output, found.get());
                }
                output.truncate(0);
            } catch (IOException | RuntimeException | Error e) {
                output.close();
                throw e;
            }
        }
        return begin(written, axis, options, listener, output);
    }

    private static ImageSeriesWriter begin(
            ImageGeometry geometry, TimeAxis axis, WriteOptions options, WriteListener listener, OutputFile output)
            throws IOException {
        try {
            Hdf5Writer file = Hdf5Writer.create(output.target(), output.channel(), options.durability());
            ImageSeriesWriter writer =
                    new ImageSeriesWriter(geometry, axis, options, listener, output, file, Optional.empty());
            writer.session.begin();
            output.forceName();
            ImageDataWriter.warnOfNoLocks(output, listener);
            return writer;
        } catch (IOException | RuntimeException | Error e) {
            output.giveUp();
            throw e;
        }
    }

    private static ImageSeriesWriter resume(
            ImageGeometry geometry,
            TimeAxis axis,
            WriteOptions options,
            WriteListener listener,
            OutputFile output,
            StoredSeries found)
            throws IOException {
        found.requireSame(output.written(), geometry, axis, options);
        output.truncate(found.end());
        Hdf5Writer file = Hdf5Writer.resume(output.target(), output.channel(), options.durability(), found.end());
        ImageSeriesWriter writer =
                new ImageSeriesWriter(geometry, axis, options, listener, output, file, Optional.empty());
        writer.goOn(found);
        file.growAhead();
        output.forceName();
        ImageDataWriter.warnOfNoLocks(output, listener);
        return writer;
    }

    /** As {@link #append(Path, WriteOptions)} with {@link WriteOptions#defaults()}. */
    public static ImageSeriesWriter append(Path file) throws IOException {
        return append(file, WriteOptions.defaults());
    }

    /** As {@link #append(Path, WriteOptions, WriteListener)}, and nobody hears of it. */
    public static ImageSeriesWriter append(Path file, WriteOptions options) throws IOException {
        return append(file, options, WriteListener.NONE);
    }

    /**
     * Goes on with a finished file, in place: one of this library, of h5py or of VTK's writer. An image that is no time
     * series becomes the first step of one, at the time that its field array {@code TimeValue} says, or 0. Later steps
     * have its arrays, stored as these are; {@link #arrays} tells of them. A field array that all of its steps have
     * with the same values may have other ones in those that follow, if the first of them says so.
     *
     * <p>The values that are there stay where they are. Until the first commit the file is what it was, and from then
     * on always the last commit; whoever {@linkplain #abort gives up} leaves it like that. A file that an interrupted
     * run has left is gone on with by {@link #create}, {@linkplain WriteOptions#withInPlace in place}, to be
     * {@linkplain WriteOptions#withResume resumed}.
     *
     * @param options of which storage, names, overwriting, resuming and sources are of no account
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws UnsupportedFileException if it is stored in a way in which it cannot grow, or has something in it that
     *     would be lost; converting it first helps; or if {@link WriteOptions#withOldestReader} would not read the
     *     series
     * @throws CorruptFileException if it is damaged
     * @throws AnotherWriterException if another writer is at it
     */
    public static ImageSeriesWriter append(Path file, WriteOptions options, WriteListener listener) throws IOException {
        OutputFile output = OutputFile.open(file, options.isDurable());
        try {
            StoredSeries found = StoredSeries.finished(output);
            found.judge(file, OldestReader.of(options, listener, TimeAxis.growing()));
            EarlierFile earlier = EarlierFile.of(output);
            try {
                return append(found, options.withResume(false), listener, output, earlier);
            } catch (FileContentException e) {
                earlier.restoreAfter(e);
                throw e.advising(StoredSeries.advice(file));
            } catch (IOException | RuntimeException | Error e) {
                earlier.restoreAfter(e);
                throw e;
            }
        } catch (IOException | RuntimeException | Error e) {
            output.close();
            throw e;
        }
    }

    private static ImageSeriesWriter append(
            StoredSeries found, WriteOptions options, WriteListener listener, OutputFile output, EarlierFile earlier)
            throws IOException {
        Hdf5Writer file = Hdf5Writer.resume(output.target(), output.channel(), options.durability(), earlier.length());
        ImageSeriesWriter writer = new ImageSeriesWriter(
                found.geometry(), TimeAxis.growing(), options, listener, output, file, Optional.of(earlier));
        writer.goOn(found);
        file.growAhead();
        ImageDataWriter.warnOfNoLocks(output, listener);
        return writer;
    }

    private void goOn(StoredSeries found) throws IOException {
        contents.open(options.source().or(found::source));
        contents.resume(found.times());
        found.restoreArrays(session, arrays, axis);
        found.restoreFields(session, fields);
        found.active().forEach(contents::setActive);
        if (found.begun().isPresent()) {
            contents.begin(begun(found.begun().get()));
        }
    }

    private OpenStep begun(StoredSeries.Begun found) throws IOException {
        OpenStep step = new OpenStep(session, arrays, fields, contents.complete(), found.time());
        for (ResumedArray array : found.arrays()) {
            SeriesArray there = arrays.find(SeriesArrays.key(array.shape().spec()));
            step.resume(there == null ? arrays.put(array.restore(session, axis)) : there, array);
        }
        return step;
    }

    /**
     * The geometry as it is written: with an extent that starts at 0 unless {@link WriteOptions#withKeepExtent} was
     * asked for.
     */
    public ImageGeometry geometry() {
        return geometry;
    }

    /**
     * The point and cell arrays of the series, by their names in the file: those that the first step has created, or
     * that were there before.
     *
     * @throws IllegalStateException if the file is closed
     * @throws IOException if writing failed earlier
     */
    public List<ArraySpec> arrays() throws IOException {
        return session.exclusively(arrays::specs);
    }

    /**
     * The names in the file of the field arrays that every step must have, since those before have them, with values
     * that are not the same at all of them.
     *
     * @throws IllegalStateException if the file is closed
     * @throws IOException if writing failed earlier
     */
    public List<String> fieldsOfSteps() throws IOException {
        return session.exclusively(() -> fields.missing(Map.of()));
    }

    /**
     * The times of the steps that are complete, those of earlier runs among them.
     *
     * @throws IllegalStateException if the file is closed
     * @throws IOException if writing failed earlier
     */
    public double[] times() throws IOException {
        return session.exclusively(contents::times);
    }

    /**
     * The time of the step that an interrupted run had begun; empty if there is none, or this run has taken a step. To
     * go on with it, take a {@link #step} of this time; any other time drops what there is of it.
     *
     * @throws IllegalStateException if the file is closed
     * @throws IOException if writing failed earlier
     */
    public OptionalDouble begunTime() throws IOException {
        return session.exclusively(
                () -> contents.begun().stream().mapToDouble(OpenStep::time).findFirst());
    }

    /**
     * Takes the next step; the one before is {@linkplain StepWriter#finish finished} by that.
     *
     * @param time finite, greater than that of the step before; the next one of a time axis that is known
     * @throws IllegalArgumentException if it is not; nothing has changed then
     * @throws IllegalStateException if the step before lacks something, or there are no more steps, or the file is
     *     closed
     * @throws IOException if writing fails or failed
     */
    public StepWriter step(double time) throws IOException {
        return session.exclusively(() -> {
            if (contents.open().isPresent()) {
                OpenStep before = contents.open().get();
                axis.require(place(), before.number() + 1, time, before.time());
                complete(before);
            }
            axis.require(place(), contents.complete(), time, contents.lastTime());
            return new StepWriter(this, begin(TimeAxis.stored(time)));
        });
    }

    /** What errors begin with. */
    private String place() {
        return ShownText.of(session.output().target().toString()) + ": ";
    }

    private OpenStep begin(double time) throws IOException {
        Optional<OpenStep> begun = contents.begun();
        if (begun.isPresent() && begun.get().time() == time) {
            return contents.openBegun();
        } else if (begun.isPresent()) {
            contents.dropBegun();
            session.commit(); // What tells of it must not be the last commit when its space is written to.
        }
        OpenStep step = new OpenStep(session, arrays, fields, contents.complete(), time);
        contents.open(step);
        return step;
    }

    Storage usualStorage() {
        return options.storage();
    }

    /** Does something to a step that is not complete. */
    <T> T inStep(OpenStep step, WritingGate.Change<T> change) throws IOException {
        return session.exclusively(() -> {
            if (contents.open().orElse(null) != step) {
                throw new IllegalStateException(step.shown() + " is complete");
            }
            return change.run();
        });
    }

    void finish(OpenStep step) throws IOException {
        session.exclusively(() -> {
            if (contents.open().orElse(null) == step) {
                complete(step);
            }
            return null;
        });
    }

    private void complete(OpenStep step) throws IOException {
        step.requireComplete(options.fillsMissing());
        if (options.fillsMissing()) {
            step.fillMissing();
        }
        session.change(() -> {
            contents.complete(step);
            if (options.fillsMissing()) {
                session.tools().pipeline().drain(); // Chunks that are not there now never will be.
                contents.settle();
            }
            return null;
        });
        session.commitIfStepDue();
    }

    /**
     * Writes a field array that is the same at all steps, whole; before, between or after them. A list of numbers is
     * stored as one tuple of as many components, which is what all of VTK's readers show the numbers of.
     *
     * @throws IllegalArgumentException if there is a field array of that name, or, in a file that is gone on with, one
     *     of other values, or it has no values, or it is called {@code Time}, which VTK adds itself, or
     *     {@code TimeValue}
     * @throws UnsupportedFileException if {@link WriteOptions#withOldestReader} would not read it
     */
    public void writeField(FieldArray constant) throws IOException {
        session.exclusively(() -> {
            boolean isOfStep =
                    contents.open().map(step -> step.hasField(constant)).orElse(false);
            fields.write(constant, isOfStep);
            return null;
        });
    }

    /**
     * Gives an array one of VTK's roles, at all steps. VTK reads it from 9.7 on.
     *
     * @throws IllegalArgumentException if there is no such array yet, or the role is not for its number of components
     */
    public void setActive(ActiveArray active) throws IOException {
        session.exclusively(() -> {
            WriterJudge.requireSuitable(active, arrays.specs());
            contents.setActive(active);
            return null;
        });
    }

    /**
     * Makes the complete steps the content of the file, should nothing more follow, and keeps what there is of the one
     * that is not complete. Costs some KiB of the file, however many steps there are, and 8 to 20 bytes for each chunk
     * of the step that is not complete. {@link WriteOptions#withCommits} has it done again and again.
     *
     * @throws IllegalStateException if the file is closed, or given up meanwhile
     * @throws IOException if writing fails or failed
     */
    public void commit() throws IOException {
        session.commit();
    }

    /**
     * Finishes the last step, completes the file and gives it its name.
     *
     * @throws IllegalStateException if the last step lacks something, or there are fewer steps than the time axis has;
     *     they can still be written; or if the file is closed, or given up by another thread before it has its name
     * @throws java.nio.file.FileAlreadyExistsException if a file of its name has appeared meanwhile
     * @throws AnotherWriterException if another writer is writing, in place, what is to be overwritten
     * @throws IOException if writing fails or failed
     */
    public void finish() throws IOException {
        session.exclusively(() -> {
            if (contents.open().isPresent()) {
                complete(contents.open().get());
            }
            if (contents.complete() < axis.known()) {
                throw new IllegalStateException(place() + "found "
                        + contents.complete() + " complete steps, expected the " + axis.known()
                        + " of the time axis");
            }
            session.finish();
            return null;
        });
    }

    /**
     * Gives up and releases everything, as {@link ImageDataWriter#abort} does. A file that was finished before steps
     * were {@linkplain #append appended} stays: as its last commit, or as it was if there was none.
     */
    public void abort() {
        session.abort();
    }

    /**
     * Releases everything. A file that was not {@linkplain #finish finished} is {@linkplain #abort given up}.
     *
     * @throws IllegalStateException if the file was neither finished nor given up before
     */
    @Override
    public void close() throws IOException {
        if (session.isOpen()) {
            abort();
            throw session.unfinished();
        }
    }
}
