package io.vtkhdf.write;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.file.RegularFile;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.format.ImageArrays;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.format.ImageHeader;
import io.vtkhdf.format.UnfinishedMarks;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.Names;
import io.vtkhdf.image.Unfinished;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last commit of a file whose writing was interrupted, all of it read and checked. */
final class ResumedFile {

    static final String MORE_MEMORY = "a larger heap (-Xmx) goes on with it";

    private final ImageContents image;
    private final ImageGeometry geometry;
    private final boolean finished;
    private final Optional<String> source;
    private final long end;
    private final List<ResumedArray> arrays = new ArrayList<>();
    private final List<ResumedField> fields = new ArrayList<>();
    private final List<ActiveArray> active;

    private ResumedFile(Hdf5Reader file) throws IOException {
        requireNoSeries(file);
        this.image = ImageContents.of(file).requireStatic();
        ImageArrays stored = image.arrays();
        stored.requireAll();
        this.geometry = image.header().geometry();
        this.finished = image.header().finished();
        Optional<StoredAttribute> origin = image.group().attribute(UnfinishedMarks.SOURCE);
        this.source = origin.isPresent() ? origin.get().string() : Optional.empty();
        this.end = file.end();
        for (ImageArray array : stored.arrays()) {
            arrays.add(new ResumedArray(array, geometry));
        }
        for (Map.Entry<String, StoredDataset> field : stored.fieldDatasets().entrySet()) {
            fields.add(ResumedField.of(field.getKey(), field.getValue()));
        }
        for (Map.Entry<String, StoredDataset> field :
                stored.largeFieldDatasets().entrySet()) {
            fields.add(ResumedField.ofLarge(field.getKey(), field.getValue()));
        }
        this.active = stored.active();
    }

    private static void requireNoSeries(Hdf5Reader file) throws IOException {
        Optional<StoredObject> group = ImageHeader.group(file);
        if (group.isPresent() && group.get().attribute(UnfinishedMarks.STEPS).isPresent()) {
            throw ResumeMismatchException.of(
                    ResumeMismatchException.Aspect.TIME_AXIS,
                    Path.of(file.source().name()),
                    "",
                    "a time series",
                    "a single image");
        }
    }

    /**
     * What is to be gone on with; empty if there is nothing, or a finished file in place that may be overwritten.
     *
     * @throws FileAlreadyExistsException if it is a finished file in place that may not be overwritten
     * @throws CorruptFileException if it is damaged
     * @throws UnsupportedFileException if it was not written by this library, or is too large for this heap
     */
    static Optional<ResumedFile> of(OutputFile output, WriteOptions options) throws IOException {
        Optional<ResumedFile> found = of(output.written(), output.channel());
        if (!options.isInPlace() || found.isEmpty() || !found.get().finished) {
            return found;
        } else if (options.overwrites()) {
            return Optional.empty();
        }
        throw new FileAlreadyExistsException(output.target().toString(), null, OutputFile.EXISTS);
    }

    /** What there is of a file, its last commit; empty if there is none. */
    private static Optional<ResumedFile> of(Path file, FileChannel channel) throws IOException {
        ByteSource source = ByteSource.of(file.toString(), channel);
        if (Signature.isAlone(source)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ResumedFile(Hdf5Reader.lastCommit(source)));
        } catch (FileContentException e) {
            throw e.advising(isForWantOfMemory(e) ? MORE_MEMORY : ResumeMismatchException.ADVICE);
        } catch (ResumeMismatchException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Sizes or names that nobody can have written.
            throw new CorruptFileException(
                    file.toString(), "/VTKHDF", e.getMessage() + "; " + ResumeMismatchException.ADVICE, e);
        }
    }

    /** Whoever finds a file too large for the heap says so. */
    static boolean isForWantOfMemory(FileContentException e) {
        return e instanceof UnsupportedFileException && e.expected().contains("Java's heap");
    }

    /** What there is of the arrays; empty if there is no commit. */
    static Optional<Unfinished> look(Path file, ImageSpec image, WriteOptions options) throws IOException {
        try (FileChannel channel = RegularFile.open(file)) {
            Optional<ResumedFile> found = of(file, channel);
            if (found.isEmpty() || options.isInPlace() && found.get().finished) {
                return Optional.empty();
            }
            found.get().requireSame(file, options.written(image.geometry()), options);
            found.get().requireSame(file, image.arrays(), options.storage());
            return Optional.of(found.get().image.arrays().slices());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } finally {
            OutputFile.channelClosed(file);
        }
    }

    /** @throws ResumeMismatchException if it is another image, or made from something else */
    void requireSame(Path file, ImageGeometry asked, WriteOptions options) {
        requireSame(file, geometry, asked, source, options);
    }

    /** @throws ResumeMismatchException if something there is another image, or made from something else */
    static void requireSame(
            Path file, ImageGeometry there, ImageGeometry asked, Optional<String> source, WriteOptions options) {
        if (!there.equals(asked)) {
            throw ResumeMismatchException.ofGeometry(file, there, asked);
        }
        if (options.source().isPresent() && !options.source().equals(source.or(options::source))) {
            throw ResumeMismatchException.of(
                    ResumeMismatchException.Aspect.SOURCE,
                    file,
                    "",
                    "it to be made from " + source.orElseThrow(),
                    options.source().get());
        }
    }

    private void requireSame(Path file, List<ArraySpec> asked, Storage storage) {
        for (ResumedArray begun : arrays) {
            ArraySpec there = begun.shape().spec();
            asked.stream()
                    .filter(array -> array.association() == there.association()
                            && Names.stored(array.name()).equals(there.name()))
                    .forEach(array -> begun.requireSame(file, array, storage));
        }
    }

    /** What the values are made from, if that was told. */
    Optional<String> source() {
        return source;
    }

    /** Where the commit ends. */
    long end() {
        return end;
    }

    List<ResumedArray> arrays() {
        return arrays;
    }

    List<ResumedField> fields() {
        return fields;
    }

    List<ActiveArray> active() {
        return active;
    }
}
