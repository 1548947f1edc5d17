package io.vtkhdf.write;

import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes a VTKHDF image slice by slice, in memory that does not grow with the image.
 *
 * <pre>{@code
 * ImageGeometry geometry = ImageGeometry.of(1200, 1501, 653).withSpacing(1e-3, 2e-3, 5e-4).centred(Axis.Z);
 * try (ImageDataWriter writer = ImageDataWriter.create(Path.of("big.vtkhdf"), geometry)) {
 *     ArrayWriter data = writer.createPointArray("data", ScalarType.FLOAT64);
 *     for (int k = 0; k < data.dimensions().z(); k++) {
 *         data.writeSlice(k, slice(k)); // double[1501 * 1200], x fastest
 *     }
 *     writer.finish();
 * }
 * }</pre>
 *
 * <p>The file is written as {@code NAME.part} and renamed when it is finished, unless {@link WriteOptions#withInPlace}
 * is asked for. It follows the rules under which every VTK with a VTKHDF reader (9.1 and newer) opens it, as far as the
 * image allows.
 *
 * <p>Thread-safe. Slices may be written from several threads at once; creating an array, committing and finishing wait
 * until the slices under way are written. After the first failure to write, every later call fails with it; so it does
 * after a thread ran out of memory, or was interrupted, which is a {@link java.io.InterruptedIOException}, while it
 * wrote, committed or finished.
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/index.html">VTKHDF file format</a>
 */
public final class ImageDataWriter implements Closeable {

    private final ImageGeometry geometry;
    private final WriteOptions options;
    private final ImageTree tree;
    private final WriterSession session;
    private final WriterArrays arrays;
    private final WriterFields fields;

    private ImageDataWriter(
            ImageGeometry geometry, WriteOptions options, WriteListener listener, OutputFile output, Hdf5Writer file) {
        this.geometry = geometry;
        this.options = options;
        this.tree = new ImageTree(geometry);
        this.session = new WriterSession(options, listener, output, file, FileContents.of(tree));
        WriterJudge judge = new WriterJudge(output.target(), geometry, OldestReader.of(options, listener));
        this.arrays = new WriterArrays(session, tree, geometry, judge);
        this.fields = new WriterFields(session, tree, judge);
    }

    /** As {@link #create(Path, ImageGeometry, WriteOptions)} with {@link WriteOptions#defaults()}. */
    public static ImageDataWriter create(Path file, ImageGeometry geometry) throws IOException {
        return create(file, geometry, WriteOptions.defaults());
    }

    /** As {@link #create(Path, ImageGeometry, WriteOptions, WriteListener)}, and nobody hears of it. */
    public static ImageDataWriter create(Path file, ImageGeometry geometry, WriteOptions options) throws IOException {
        return create(file, geometry, options, WriteListener.NONE);
    }

    /**
     * Creates a file, which gets its name when it is {@linkplain #finish finished}.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the file exists and {@link WriteOptions#withOverwrite} was
     *     not asked for, or if an interrupted run has left slices of it, and neither that nor
     *     {@link WriteOptions#withResume} was; {@link WritePlan} tells of these beforehand
     * @throws ResumeMismatchException if what is to be {@linkplain WriteOptions#withResume resumed} is another image
     * @throws CorruptFileException if what is to be resumed is damaged
     * @throws UnsupportedFileException if {@link WriteOptions#withOldestReader} would read no array of such an image;
     *     or if what is to be resumed was not written by this library, or cannot be gone on with in a heap as small as
     *     this
     * @throws AnotherWriterException if another writer is at it
     * @throws IOException if it cannot be created, or is not to be one of the default file system
     */
    public static ImageDataWriter create(
            Path file, ImageGeometry geometry, WriteOptions options, WriteListener listener) throws IOException {
        ImageGeometry written = options.written(geometry);
        OldestReader.of(options, listener).judge(file, written);
        Leftover.requireNone(partOf(file), options);
        OutputFile output = OutputFile.create(file, options.outputOptions(), Signature.bytes());
        if (options.resumes()) {
            try {
                Optional<ResumedFile> found = ResumedFile.of(output, options);
                if (found.isPresent()) {
                    return resume(written, options, listener, output, found.get());
                }
                output.truncate(0);
            } catch (IOException | RuntimeException | Error e) {
                output.close();
                throw e;
            }
        }
        return begin(written, options, listener, output);
    }

    private static ImageDataWriter begin(
            ImageGeometry geometry, WriteOptions options, WriteListener listener, OutputFile output)
            throws IOException {
        try {
            Hdf5Writer file = Hdf5Writer.create(output.target(), output.channel(), options.durability());
            ImageDataWriter writer = new ImageDataWriter(geometry, options, listener, output, file);
            writer.session.begin();
            output.forceName();
            warnOfNoLocks(output, listener);
            return writer;
        } catch (IOException | RuntimeException | Error e) {
            output.giveUp();
            throw e;
        }
    }

    private static ImageDataWriter resume(
            ImageGeometry geometry, WriteOptions options, WriteListener listener, OutputFile output, ResumedFile found)
            throws IOException {
        found.requireSame(output.written(), geometry, options);
        output.truncate(found.end());
        Hdf5Writer file = Hdf5Writer.resume(output.target(), output.channel(), options.durability(), found.end());
        file.growAhead();
        ImageDataWriter writer = new ImageDataWriter(geometry, options, listener, output, file);
        writer.tree.open(options.source().or(found::source));
        found.arrays().forEach(writer.arrays::resume);
        found.fields().forEach(writer.fields::resume);
        found.active().forEach(writer.tree::setActive);
        output.forceName();
        warnOfNoLocks(output, listener);
        return writer;
    }

    static void warnOfNoLocks(OutputFile output, WriteListener listener) {
        if (!output.isLockable()) {
            listener.warned(ShownText.of(output.written().toString())
                    + ": found a file system without locks, expected some: make sure that no other process writes it");
        }
    }

    /**
     * The geometry as it is written: with an extent that starts at 0 unless {@link WriteOptions#withKeepExtent} was
     * asked for.
     */
    public ImageGeometry geometry() {
        return geometry;
    }

    /**
     * Creates a point array of one component; see {@link #createArray(ArraySpec, Storage)}.
     *
     * <p>It has no role by that: the Python package {@code vtkhdf} makes the array that was created last the active
     * {@link io.vtkhdf.image.ArrayRole#SCALARS}; here only {@link #setActive} does, so that a copy of an image without
     * active arrays has none either.
     */
    public ArrayWriter createPointArray(String name, ScalarType type) throws IOException {
        return createArray(ArraySpec.point(name, type));
    }

    /** Creates a cell array of one component; see {@link #createArray(ArraySpec, Storage)}. */
    public ArrayWriter createCellArray(String name, ScalarType type) throws IOException {
        return createArray(ArraySpec.cell(name, type));
    }

    /** Creates an array that is stored as {@link WriteOptions#withStorage} says. */
    public ArrayWriter createArray(ArraySpec spec) throws IOException {
        return createArray(spec, options.storage());
    }

    /**
     * Creates a point or cell array. Several may be open at once, and all are complete when the file is finished.
     *
     * <p>As in VTK, {@code /} and {@code .} in a name become {@code _}.
     *
     * @throws IllegalArgumentException if there is such an array, or its slices or chunks are larger than can be
     *     written, or a {@linkplain WriteOptions#withResume resumed} file has it in another form
     * @throws IllegalStateException if the file is closed
     * @throws UnsupportedFileException if {@link WriteOptions#withOldestReader} would not read it
     * @throws IOException if writing failed earlier
     */
    public ArrayWriter createArray(ArraySpec spec, Storage storage) throws IOException {
        return session.exclusively(() -> arrays.create(spec, storage));
    }

    /**
     * The point and cell arrays that an interrupted run had begun, as far as they were not created again; they are part
     * of the image, too. Empty unless {@linkplain WriteOptions#withResume resumed}.
     *
     * @throws IllegalStateException if the file is closed
     * @throws IOException if writing failed earlier
     */
    public List<ArraySpec> resumedArrays() throws IOException {
        return session.exclusively(arrays::resumed);
    }

    /**
     * An array that was created, or that an interrupted run had begun and was created again; for arrays of which
     * somebody else {@linkplain WritePlan#create took care}.
     *
     * @throws IllegalArgumentException if there is none
     * @throws IllegalStateException if the file is closed
     * @throws IOException if writing failed earlier
     */
    public ArrayWriter array(Association association, String name) throws IOException {
        return session.exclusively(() -> arrays.get(association, name));
    }

    /**
     * Writes a field array, whole. An empty list of strings is stored, but no VTK from 9.3 on reads a file that has
     * one, see {@link WriteOptions#withOldestReader}; h5py does.
     *
     * @throws IllegalArgumentException if there is a field array of that name
     * @throws UnsupportedFileException if {@link WriteOptions#withOldestReader} would not read it
     */
    public void writeField(FieldArray field) throws IOException {
        session.exclusively(() -> {
            fields.write(field);
            return null;
        });
    }

    /**
     * Gives an array one of VTK's roles. VTK reads it from 9.7 on; older versions leave the choice to the user.
     *
     * @throws IllegalArgumentException if there is no such array, or the role is not for its number of components
     */
    public void setActive(ActiveArray active) throws IOException {
        session.exclusively(() -> {
            arrays.requireSuitable(active);
            tree.setActive(active);
            return null;
        });
    }

    /**
     * Makes what has been written so far the content of the file, should nothing more follow: slices not yet written
     * read as the fill value (NaN for floating-point types, else 0), and so do those that wait for their chunk to be
     * complete, and those, at least in part, of which some {@linkplain ArrayWriter#write(io.vtkhdf.image.Region,
     * Object, io.vtkhdf.image.Order) regions} are there. Until the file is finished it says that it is not. Costs a few
     * KiB of the file, and 8 to 20 bytes a chunk; of arrays that are stored raw, a slice counts as one.
     * {@link WriteOptions#withCommits} has it done again and again.
     *
     * @throws IllegalStateException if the file is closed, or given up meanwhile
     * @throws IOException if writing fails or failed
     */
    public void commit() throws IOException {
        session.commit();
    }

    /**
     * Completes the file and gives it its name. If it is complete and only its name cannot be had, it stays under that
     * which it has.
     *
     * @throws IllegalStateException if slices are missing and {@link WriteOptions#withFillMissing} was not asked for;
     *     they can still be written; or if the file is closed, or given up by another thread before it has its name
     * @throws java.nio.file.FileAlreadyExistsException if a file of its name has appeared meanwhile
     * @throws AnotherWriterException if another writer is writing, in place, what is to be overwritten
     * @throws IOException if writing fails or failed
     */
    public void finish() throws IOException {
        session.exclusively(() -> {
            if (options.fillsMissing()) {
                arrays.fillMissing();
            } else {
                arrays.requireComplete();
            }
            session.finish();
            return null;
        });
    }

    /**
     * Gives up and releases everything. What was committed stays: the file is its last commit, as if the process had
     * been killed, under the name {@link #partOf} or in place, and can be {@linkplain WriteOptions#withResume resumed}.
     * If nothing was committed, neither on demand nor by {@link WriteOptions#withCommits}, no file is left. With
     * {@link WriteOptions#withResume} what stands in the file by then is committed first, if that can be done, and
     * stays in any case; what waits to be compressed is dropped, so that this ends soon. An earlier file of that name
     * stays as it was, unless it was overwritten in place. Threads that are writing fail. Idempotent; does nothing to a
     * finished file.
     */
    public void abort() {
        session.abort();
    }

    /**
     * Releases everything. A file that was not {@linkplain #finish finished} is {@linkplain #abort given up}, so that a
     * try-with-resources block that ends early never publishes half an image.
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

    /** The name under which a file is written until it is finished, unless in place. */
    public static Path partOf(Path file) {
        return OutputFile.partOf(file);
    }
}
