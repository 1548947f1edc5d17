package io.vtkhdf;

import io.vtkhdf.file.FileFailure;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.Signature;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last commit of a file whose writing was interrupted, all of it read and checked. */
final class ResumedFile {

    static final String ADVICE = "delete it, or do not resume it, to begin anew";

    private final ImageGeometry geometry;
    private final boolean finished;
    private final Optional<String> source;
    private final long end;
    private final List<ResumedArray> arrays = new ArrayList<>();
    private final List<ResumedField> fields = new ArrayList<>();
    private final List<ActiveArray> active;

    private ResumedFile(JhdfFile file) throws IOException {
        JhdfObject group =
                ReaderHeader.group(file).orElseThrow(() -> file.corrupt("/", "no group " + ReaderHeader.GROUP, "one"));
        JhdfLinks links = JhdfLinks.of(group);
        ReaderHeader header = ReaderHeader.of(group, links);
        ReaderArrays stored = new ReaderArrays(header, links);
        if (!stored.unsupported().isEmpty()) {
            throw file.unsupported(group.path(), "an array that cannot be read", "none");
        }
        this.geometry = header.geometry();
        this.finished = header.finished();
        Optional<JhdfAttribute> origin = group.attribute(UnfinishedMarks.SOURCE);
        this.source = origin.isPresent() ? origin.get().string() : Optional.empty();
        this.end = file.end();
        for (ArrayReader array : stored.arrays()) {
            arrays.add(new ResumedArray(array, geometry));
        }
        for (Map.Entry<String, JhdfDataset> field : stored.fieldDatasets().entrySet()) {
            fields.add(ResumedField.of(field.getKey(), field.getValue()));
        }
        this.active = stored.active();
    }

    /**
     * What is to be gone on with; empty if there is nothing, or a finished file in place that may be overwritten.
     *
     * @throws FileAlreadyExistsException if it is a finished file in place that may not be overwritten
     * @throws CorruptFileException if it is damaged, or was not written by this library
     */
    static Optional<ResumedFile> of(OutputFile output, WriteOptions options) throws IOException {
        if (!hasCommit(output)) {
            return Optional.empty();
        }
        ResumedFile found;
        try {
            found = new ResumedFile(JhdfFile.lastCommit(output.written(), output.channel()));
        } catch (VtkhdfException e) {
            throw e.advising(output.written(), ADVICE);
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Sizes or names that nobody can have written.
            throw new CorruptFileException(output.written(), "/VTKHDF", e.getMessage() + "; " + ADVICE, e);
        }
        if (!options.isInPlace() || !found.finished) {
            return Optional.of(found);
        } else if (options.overwrites()) {
            return Optional.empty();
        }
        throw new FileAlreadyExistsException(output.target().toString());
    }

    private static boolean hasCommit(OutputFile output) throws IOException {
        try {
            return !Signature.isAlone(output.channel());
        } catch (IOException e) {
            throw FileFailure.ofReading(output.written(), e);
        }
    }

    ImageGeometry geometry() {
        return geometry;
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
