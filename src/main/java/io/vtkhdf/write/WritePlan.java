package io.vtkhdf.write;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.Names;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.validate.ImageValidator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A file that is to be written, and what can be told of it beforehand: whether it could be, what an interrupted run has
 * left of it, and what VTK would make of it. Nothing is written but by {@link #create}. Immutable.
 *
 * @param file the name that it is to have
 */
public record WritePlan(Path file, WriteOptions options) {

    public WritePlan {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(options, "options");
    }

    /** The file that is written until it is finished: {@link ImageDataWriter#partOf}, or itself, in place. */
    public Path writtenFile() {
        return options.isInPlace() ? file : ImageDataWriter.partOf(file);
    }

    /** The geometry as it is written; see {@link WriteOptions#withKeepExtent}. */
    public ImageGeometry storedGeometry(ImageGeometry geometry) {
        return options.written(geometry);
    }

    /**
     * Makes sure that the file could be created, as far as that can be told without writing.
     *
     * @throws FileAlreadyExistsException as {@link ImageDataWriter#create}
     * @throws AnotherWriterException if another writer is at it
     * @throws IOException if it cannot be created, or is not to be one of the default file system
     */
    public void requireCreatable() throws IOException {
        OutputFile.requireCreatable(file, options.outputOptions(), Signature.bytes());
        Leftover.requireNone(ImageDataWriter.partOf(file), options);
    }

    /**
     * What an interrupted run has left of the file: {@link #create} would go on with it if it is to
     * {@linkplain WriteOptions#withResume resume}, replace it if it is to {@linkplain WriteOptions#withOverwrite
     * overwrite}, or if there are no slices, and refuse it otherwise. Empty if there is nothing, or nothing that can be
     * read, or if it is still being written.
     */
    public Optional<Leftover> leftover() throws IOException {
        return Leftover.of(writtenFile(), options);
    }

    /**
     * Makes sure that all arrays of an image could be written, as {@link ImageDataWriter#createArray(ArraySpec)},
     * {@link ImageDataWriter#writeField} and {@link WriteOptions#withOldestReader} judge them one by one.
     *
     * @throws IllegalArgumentException if one of them has a name that cannot be written, or that of another one, or is
     *     larger than can be written
     * @throws UnsupportedFileException if {@link WriteOptions#withOldestReader} would not read one of them
     */
    public void requireWritable(ImageSpec image) throws UnsupportedFileException {
        List<UnsupportedFileException> refused = new ArrayList<>();
        OldestReader demand = OldestReader.ofRefusals(options, refused::add);
        ImageGeometry written = storedGeometry(image.geometry());
        demand.judge(file, written);
        OldestReader.requireNone(refused);
        WriterJudge judge = new WriterJudge(file, written, demand);
        Set<String> names = new HashSet<>();
        for (FieldArray field : image.fields()) {
            judge.admit(field);
            take(names, Association.FIELD, field.name());
        }
        for (ArraySpec array : image.arrays()) {
            judge.admit(array, options.storage());
            take(names, array.association(), array.name());
        }
        OldestReader.requireNone(refused);
        image.active().forEach(role -> WriterJudge.requireSuitable(role, image.arrays()));
    }

    /**
     * Makes sure that a time series could have such images for its steps, beside what
     * {@link #requireWritable(ImageSpec)} says of one of them.
     *
     * @throws IllegalArgumentException if all steps of an array together are more than can be written
     * @throws UnsupportedFileException if {@link WriteOptions#withOldestReader} would not read the series
     */
    public void requireWritable(ImageSpec step, TimeAxis axis) throws UnsupportedFileException {
        List<UnsupportedFileException> refused = new ArrayList<>();
        ImageGeometry written = storedGeometry(step.geometry());
        OldestReader.ofRefusals(options, refused::add).inSeries(axis).judge(file, written);
        OldestReader.requireNone(refused);
        for (ArraySpec array : step.arrays()) {
            SizeLimits.requireSteps(ArrayShape.of(array, written), options.storage(), axis.known());
        }
    }

    private static void take(Set<String> names, Association association, String name) {
        if (!names.add(ImageTree.path(association, name))) {
            throw WriterJudge.taken(association, name);
        }
    }

    /**
     * What {@link #create} would go on with if it {@linkplain WriteOptions#withResume resumes}, told without writing;
     * empty if it would begin anew. Unlike {@link #leftover} it judges what is there.
     *
     * @throws ResumeMismatchException if it would be refused because it is another image, or has another array
     * @throws CorruptFileException if it is damaged
     * @throws UnsupportedFileException if it was not written by this library, or not in a heap as small as this one
     */
    public Optional<Unfinished> resumable(ImageSpec image) throws IOException {
        Optional<Unfinished> found = ResumedFile.look(writtenFile(), image, options);
        for (Unfinished.Slices begun : found.map(Unfinished::arrays).orElse(List.of())) {
            requireWanted(begun.association(), begun.name(), image);
        }
        return found;
    }

    /**
     * What each release of VTK makes of an image that is written with these options, oldest first: the same as
     * {@link ImageValidator} tells of the file.
     */
    public List<Reading> readings(ImageSpec image) {
        return OldestReader.readings(storedGeometry(image.geometry()), image.arrays(), image.fields());
    }

    /**
     * What each release of VTK makes of a time series of such images, written with these options, oldest first.
     *
     * @param step its field arrays are taken for those of each step
     */
    public List<Reading> readingsOfSeries(ImageSpec step) {
        return OldestReader.readingsOfSeries(storedGeometry(step.geometry()), step.arrays(), step.fields());
    }

    /** As {@link #create(ImageSpec, WriteListener)}, and nobody hears of it. */
    public ImageDataWriter create(ImageSpec image) throws IOException {
        return create(image, WriteListener.NONE);
    }

    /**
     * Creates the file with all of an image but the values of its point and cell arrays, which
     * {@link ImageDataWriter#array} takes. So an unfinished file tells of all of them.
     *
     * @throws ResumeMismatchException if what is to be resumed is another image, or has an array that this one has not
     * @throws IllegalArgumentException as {@link #requireWritable(ImageSpec)}: no file has been created, or overwritten
     * @throws IOException as {@link ImageDataWriter#create(Path, ImageGeometry, WriteOptions, WriteListener)}
     */
    public ImageDataWriter create(ImageSpec image, WriteListener listener) throws IOException {
        requireWritable(image);
        ImageDataWriter writer = ImageDataWriter.create(file, image.geometry(), options, listener);
        try {
            for (ArraySpec begun : writer.resumedArrays()) {
                requireWanted(begun.association(), begun.name(), image);
            }
            for (FieldArray field : image.fields()) {
                writer.writeField(field);
            }
            createArrays(writer, Association.POINT, image);
            createArrays(writer, Association.CELL, image);
            for (ActiveArray role : image.active()) {
                writer.setActive(role);
            }
            return writer;
        } catch (IOException | RuntimeException | Error e) {
            writer.abort();
            throw e;
        }
    }

    /**
     * Creates the file of a time series of such images, as {@link ImageSeriesWriter#create(Path, ImageGeometry,
     * TimeAxis, WriteOptions, WriteListener)} does; nothing is written of them.
     *
     * @throws ResumeMismatchException if what is to be resumed is another series, or has other arrays
     */
    public ImageSeriesWriter createSeries(ImageSpec step, TimeAxis axis, WriteListener listener) throws IOException {
        ImageSeriesWriter writer = ImageSeriesWriter.create(file, step.geometry(), axis, options, listener);
        try {
            List<ArraySpec> begun = writer.arrays();
            for (ArraySpec array : begun) {
                requireWanted(array.association(), array.name(), step);
            }
            if (writer.times().length > 0) {
                step.arrays().forEach(array -> requireBegun(array, begun));
            }
            return writer;
        } catch (IOException | RuntimeException | Error e) {
            writer.abort();
            throw e;
        }
    }

    private void requireBegun(ArraySpec wanted, List<ArraySpec> begun) {
        String name = Names.stored(wanted.name());
        if (begun.stream()
                .noneMatch(array -> array.association() == wanted.association()
                        && array.name().equals(name))) {
            throw ResumeMismatchException.ofMissingArray(writtenFile(), wanted.association(), name);
        }
    }

    private static void createArrays(ImageDataWriter writer, Association association, ImageSpec image)
            throws IOException {
        for (ArraySpec array : image.arrays()) {
            if (array.association() == association) {
                writer.createArray(array);
            }
        }
    }

    /** An earlier run may have been about other arrays of the image. */
    private void requireWanted(Association association, String name, ImageSpec image) {
        boolean isWanted = image.arrays().stream()
                .anyMatch(array -> array.association() == association
                        && Names.stored(array.name()).equals(name));
        if (!isWanted) {
            throw ResumeMismatchException.ofOtherArray(writtenFile(), association, name);
        }
    }
}
