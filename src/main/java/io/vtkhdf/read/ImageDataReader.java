package io.vtkhdf.read;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.NotYetReadableException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.http.HttpFiles;
import io.vtkhdf.http.HttpOptions;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.image.UnreadableArray;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An open VTKHDF image file.
 *
 * <pre>{@code
 * try (ImageDataReader reader = ImageDataReader.open(Path.of("big.vtkhdf"))) {
 *     ArrayReader data = reader.pointArray("data");
 *     double[] slice = data.readDoubles(0); // z slice 0, x fastest
 *     double[] across = data.readDoubles(Region.slice(data.dimensions(), Axis.X, 42));
 * }
 * }</pre>
 *
 * <p>Reads every file of type ImageData, versions 1.x and 2.x, whoever wrote it, also those that VTK's own readers
 * stumble over: flat images, extents that do not start at 0, time series of one step. Opening reads the structure only;
 * an array's data are read when they are asked for, see {@link ArrayReader}. Other files that this one names as parts
 * of virtual datasets are opened when data in them are asked for, if they lie in its folder or below, or anywhere if
 * that is {@linkplain #open(Path, InputReach) allowed}; not more than some of them at a time. Broken files are refused
 * within bounded time and memory.
 *
 * <p>Of a time series a reader shows one step, the first one when it is opened, and {@link #atStep} gives a reader of
 * another:
 *
 * <pre>{@code
 * try (ImageDataReader reader = ImageDataReader.open(Path.of("series.vtkhdf"))) {
 *     for (int step = 0; step < reader.steps(); step++) {
 *         ImageDataReader now = reader.atStep(step); // the same open file
 *         double time = now.time();
 *         float[] pressure = now.pointArray("pressure").readFloats();
 *     }
 * }
 * }</pre>
 *
 * <p>Such readers share the file and what is kept of it, and cost little each; closing any of them closes all. Which
 * arrays there are, and which cannot be read, may differ from step to step. A file that is no time series has one step,
 * of the time that its field array {@code TimeValue} tells, or 0.
 *
 * <p>Thread-safe, and so are its array readers. A thread that is interrupted while it reads a file hears it as an
 * {@link java.io.InterruptedIOException}; the others go on, and so may that thread afterwards. After {@link #close()}
 * what is known already can still be asked for; reading data, also what is being read at that moment, is an
 * {@link IllegalStateException}.
 */
public final class ImageDataReader implements Closeable {

    private final Hdf5Reader file;
    private final ImageContents image;
    private final Map<ImageArray, ArrayReader> arrays = new IdentityHashMap<>();
    private final List<ActiveArray> active;

    private ImageDataReader(Hdf5Reader file, ImageContents image) {
        this.file = file;
        this.image = image;
        for (ImageArray array : image.arrays().arrays()) {
            arrays.put(array, new ArrayReader(array, image.times(), image.step()));
        }
        this.active = image.arrays().active();
    }

    /**
     * Opens a file.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws java.nio.file.FileSystemException if it is a directory, a pipe or a device
     * @throws CorruptFileException if it is not HDF5, or has no group /VTKHDF with a version and an extent, or is a
     *     time series whose times are not as many as its steps, or do not increase
     * @throws UnsupportedFileException if it is of another type than ImageData
     * @throws NotYetReadableException if its writer has begun with it, and nothing can be read yet
     */
    public static ImageDataReader open(Path path) throws IOException {
        return open(path, InputReach.FOLDER);
    }

    /**
     * Opens a file.
     *
     * @param reach where the files may lie that it names as parts of its arrays
     * @throws CorruptFileException as {@link #open(Path)}
     * @throws UnsupportedFileException as {@link #open(Path)}
     * @throws NotYetReadableException as {@link #open(Path)}
     */
    public static ImageDataReader open(Path path, InputReach reach) throws IOException {
        return open(Hdf5Reader.open(path, reach));
    }

    /**
     * Opens the file of an address, {@code http://…} or {@code https://…}, of which no more is read than is asked for.
     * Files beside it that it names as parts are read as those of a local file are.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws java.nio.file.AccessDeniedException if the server does not allow it
     * @throws java.nio.file.FileSystemException if it cannot be read from there
     * @throws CorruptFileException as {@link #open(Path)}
     * @throws UnsupportedFileException as {@link #open(Path)}
     * @throws NotYetReadableException as {@link #open(Path)}
     * @throws IllegalArgumentException if it is no address of {@code http} or {@code https}
     * @see HttpFiles
     */
    public static ImageDataReader open(URI address) throws IOException {
        return open(address, HttpOptions.defaults());
    }

    /**
     * As {@link #open(URI)}.
     *
     * @param options how the server is asked
     */
    public static ImageDataReader open(URI address, HttpOptions options) throws IOException {
        return open(HttpFiles.with(options).path(address));
    }

    /**
     * Opens what a source holds; it is closed with the reader, or if it cannot be opened. Arrays that have parts in
     * other files cannot be read.
     *
     * @throws CorruptFileException as {@link #open(Path)}
     * @throws UnsupportedFileException as {@link #open(Path)}
     * @throws NotYetReadableException as {@link #open(Path)}
     */
    public static ImageDataReader open(ByteSource source) throws IOException {
        return open(Hdf5Reader.open(source));
    }

    private static ImageDataReader open(Hdf5Reader file) throws IOException {
        try {
            return new ImageDataReader(file, ImageContents.of(file));
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /**
     * Whether the file is written as a time series, also one of a single step. VTK's readers know those of two steps or
     * more.
     */
    public boolean isSeries() {
        return image.header().steps().count() > 0;
    }

    /** The number of steps, at least 1; 1 if the file is no time series. */
    public int steps() {
        return image.times().count();
    }

    /** The time of each step, strictly increasing; a new array. */
    public double[] times() {
        return image.times().toArray();
    }

    /** The step that this reader shows, counted from 0. */
    public int step() {
        return image.step();
    }

    /** The time of the step that this reader shows. */
    public double time() {
        return image.times().at(image.step());
    }

    /**
     * The last step that is not later than a time, as VTK takes it; the first one if all are later.
     *
     * @throws IllegalArgumentException if the time is NaN
     */
    public int stepAt(double time) {
        return image.times().stepAt(time);
    }

    /**
     * A reader of another step of the same open file, which is cheap: closing either closes both.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public ImageDataReader atStep(int step) {
        return step == image.step() ? this : new ImageDataReader(file, image.atStep(step));
    }

    /** The format's version, such as {@code 1.0}. */
    public String version() {
        return image.header().version();
    }

    /**
     * The image as the file has it: the extent may start anywhere. Origin, spacing and direction may be missing, which
     * VTK refuses: 0, 1, identity, with one of the {@link #notes()}.
     */
    public ImageGeometry geometry() {
        return image.header().geometry();
    }

    /**
     * Whether the file is not one that {@code ImageDataWriter} is still writing, or was interrupted at. Slices that
     * such a file lacks read as the fill value.
     */
    public boolean isFinished() {
        return image.header().finished();
    }

    /** What there is of the step if the file is not {@linkplain #isFinished() finished}; else empty. */
    public Optional<Unfinished> unfinished() throws IOException {
        return image.unfinished();
    }

    /** The point arrays, then the cell arrays, each by name; without those that this library cannot read. */
    public List<ArrayReader> arrays() {
        List<ArrayReader> readers = new ArrayList<>();
        for (ImageArray array : image.arrays().arrays()) {
            readers.add(arrays.get(array));
        }
        return List.copyOf(readers);
    }

    /**
     * The arrays, field arrays too, that are left out because they are broken, of another type or another shape, or
     * have no values for this step; each once. Field arrays together take at most a quarter of Java's heap, chunks that
     * must be decoded at most three quarters.
     */
    public List<UnreadableArray> unreadable() {
        return image.arrays().unreadable();
    }

    /**
     * What of the geometry is missing in the file, which arrays have no values and are left out, and which field arrays
     * of a time series do not say what of them is of which step, and are taken whole; empty if the file is as it should
     * be.
     */
    public List<SourceNote> notes() {
        List<SourceNote> notes = new ArrayList<>(image.header().notes());
        notes.addAll(image.arrays().notes());
        return List.copyOf(notes);
    }

    /**
     * A point array.
     *
     * @throws FileContentException if it is one of the {@link #unreadable()}, or has no values
     * @throws IllegalArgumentException if there is none of that name
     */
    public ArrayReader pointArray(String name) throws IOException {
        return array(Association.POINT, name);
    }

    /**
     * A cell array.
     *
     * @throws FileContentException if it is one of the {@link #unreadable()}, or has no values
     * @throws IllegalArgumentException if there is none of that name
     */
    public ArrayReader cellArray(String name) throws IOException {
        return array(Association.CELL, name);
    }

    /**
     * A point or cell array.
     *
     * @throws FileContentException if it is one of the {@link #unreadable()}, or has no values
     * @throws IllegalArgumentException if there is none of that name
     */
    public ArrayReader array(Association association, String name) throws IOException {
        Optional<ArrayReader> array = findArray(association, name);
        return array.isPresent() ? array.get() : fail(association, name);
    }

    /** A point or cell array; empty if there is none of that name among those that can be read. */
    public Optional<ArrayReader> findArray(Association association, String name) {
        return image.arrays().find(association, name).map(arrays::get);
    }

    /**
     * Reads the field arrays, by name, all that is of this step: a single value as one tuple, strings of whatever
     * length and character set.
     *
     * @throws FileContentException if the values of one are broken
     * @throws IllegalStateException if the reader is closed
     */
    public List<FieldArray> fields() throws IOException {
        List<UnreadableArray> broken = new ArrayList<>();
        List<FieldArray> fields = fields(broken::add);
        if (!broken.isEmpty()) {
            throw broken.get(0).reason();
        }
        return fields;
    }

    /** As {@link #fields()}, but without those whose values are broken, which {@code broken} is told of. */
    public List<FieldArray> fields(Consumer<UnreadableArray> broken) throws IOException {
        requireOpen();
        return image.arrays().fields(broken);
    }

    /**
     * Reads a field array, whole.
     *
     * @throws FileContentException if it is one of the {@link #unreadable()}, or its values are broken
     * @throws IllegalArgumentException if there is none of that name
     * @throws IllegalStateException if the reader is closed
     */
    public FieldArray fieldArray(String name) throws IOException {
        Optional<FieldArray> field = findFieldArray(name);
        return field.isPresent() ? field.get() : fail(Association.FIELD, name);
    }

    /**
     * Reads a field array, whole; empty if there is none of that name, or it is one of the {@link #unreadable()}.
     *
     * @throws FileContentException if its values are broken
     * @throws IllegalStateException if the reader is closed
     */
    public Optional<FieldArray> findFieldArray(String name) throws IOException {
        requireOpen();
        return image.arrays().findField(name);
    }

    /**
     * The parts of a field array, if that is a virtual dataset, that are not there: their values read as the fill
     * value. None if there is no field array of that name. Parts that are there and cannot be read make an error of
     * reading the field array.
     */
    public List<MissingPart> missingFieldParts(String name) throws IOException {
        LostParts lost = new LostParts(unreadable -> {});
        image.arrays().checkFieldParts(name, lost);
        return lost.missing();
    }

    /** As {@link #missingFieldParts}, of the values of all steps. */
    public List<MissingPart> missingFieldPartsOfAllSteps(String name) throws IOException {
        LostParts lost = new LostParts(unreadable -> {});
        image.arrays().checkFieldPartsOfAllSteps(name, lost);
        return lost.missing();
    }

    private <T> T fail(Association association, String name) throws IOException {
        throw image.arrays().missing(association, name);
    }

    private void requireOpen() {
        if (!file.isOpen()) {
            throw new IllegalStateException("the reader is closed");
        }
    }

    /**
     * At most one array for each role of point and cell data; roles that the file gives to no existing array are left
     * out.
     */
    public List<ActiveArray> activeArrays() {
        return active;
    }

    /**
     * The files that its arrays, field arrays too, of whatever step, or parts of them are in, without this one and
     * those that are not there.
     */
    public List<Path> otherFiles() throws IOException {
        Set<Path> files = new LinkedHashSet<>(file.linkedFiles());
        for (ImageArray array : image.arrays().arrays()) {
            files.addAll(array.blocks().otherFiles());
        }
        files.addAll(image.arrays().otherFilesOfFields());
        return List.copyOf(files);
    }

    /** Where files were looked for so far that hold parts of its arrays, and are not there. */
    public List<Path> missingFiles() throws IOException {
        return List.copyOf(file.missingFiles());
    }

    /**
     * Makes sure that what was read is of one state of the file, and of the others that were opened for it.
     *
     * @throws java.nio.file.FileSystemException if one is not as it was when it was opened
     */
    public void requireUnchanged() throws IOException {
        file.requireUnchanged();
    }

    /** The file's name. */
    @Override
    public String toString() {
        return ShownText.of(file.file().name());
    }

    /** Idempotent. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
