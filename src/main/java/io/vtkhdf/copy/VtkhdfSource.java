package io.vtkhdf.copy;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.read.MissingPart;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An open file, or a step of it, as a source of slabs. */
public final class VtkhdfSource implements ImageSource {

    private final ImageDataReader reader;
    private final Closeable closed;
    private final List<FieldArray> fields;
    private final List<UnreadableArray> unreadable;
    private final Optional<Unfinished> unfinished;
    private final List<Path> otherFiles;

    /** The step that a reader shows; the file is closed with the source. */
    public VtkhdfSource(ImageDataReader reader) throws IOException {
        this(reader, reader);
    }

    private VtkhdfSource(ImageDataReader reader, Closeable closed) throws IOException {
        this.reader = reader;
        this.closed = closed;
        List<UnreadableArray> leftOut = new ArrayList<>(reader.unreadable());
        this.fields = reader.fields(leftOut::add);
        this.unreadable = List.copyOf(leftOut);
        this.unfinished = reader.unfinished();
        this.otherFiles = reader.otherFiles();
    }

    /** The step that a reader shows; the file stays open when the source is closed. */
    static VtkhdfSource ofStep(ImageDataReader reader) throws IOException {
        return new VtkhdfSource(reader, () -> {});
    }

    /** What it reads from: any part of an array, and how that is stored. */
    public ImageDataReader reader() {
        return reader;
    }

    @Override
    public ImageGeometry geometry() {
        return reader.geometry();
    }

    @Override
    public List<ArraySpec> arrays() {
        return reader.arrays().stream().map(ArrayReader::spec).toList();
    }

    @Override
    public List<FieldArray> fields() {
        return fields;
    }

    @Override
    public List<UnreadableArray> unreadable() {
        return unreadable;
    }

    @Override
    public List<SourceNote> notes() {
        return Stream.concat(
                        reader.notes().stream(),
                        reader.arrays().stream().map(VtkhdfSource::missing).flatMap(Optional::stream))
                .toList();
    }

    /** That parts of an array are missing; nothing if that cannot be told, which whoever reads them hears. */
    private static Optional<SourceNote> missing(ArrayReader array) {
        try {
            return missing(array, array.missingParts());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<SourceNote> missing(ArrayReader array, List<MissingPart> parts) {
        ArraySpec spec = array.spec();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(SourceNote.ofArray(
                        spec.association(),
                        spec.name(),
                        array + ": found no part "
                                + ShownText.of(parts.get(0).toString())
                                + (parts.size() == 1 ? "" : " (and " + (parts.size() - 1) + " more)")
                                + ", expected it where the file has it; its values read as the fill value"));
    }

    /** A note of the parts of an array that hold values of a region and are not there; empty if all are. */
    public Optional<SourceNote> missingParts(ArraySpec array, Region region) throws IOException {
        ArrayReader found = reader.array(array.association(), array.name());
        return missing(found, found.missingParts(region));
    }

    @Override
    public List<Path> otherFiles() {
        return otherFiles;
    }

    @Override
    public Optional<Unfinished> unfinished() {
        return unfinished;
    }

    @Override
    public void requireUnchanged() throws IOException {
        if (unfinished.isEmpty()) {
            reader.requireUnchanged();
        }
    }

    @Override
    public List<ActiveArray> activeArrays() {
        return reader.activeArrays();
    }

    @Override
    public int slabThickness(ArraySpec array) {
        return reader.findArray(array.association(), array.name())
                .orElseThrow(() -> new IllegalArgumentException("no array " + array))
                .chunkThickness();
    }

    @Override
    public SlabReader open(ArraySpec array) throws IOException {
        ArrayReader found = find(array);
        return new Slabs(found, Region.all(found.dimensions()));
    }

    @Override
    public Optional<SlabReader> openRegion(ArraySpec array, Region region) throws IOException {
        return Optional.of(new Slabs(find(array), region));
    }

    private ArrayReader find(ArraySpec array) throws IOException {
        ArrayReader found = reader.array(array.association(), array.name());
        if (!found.spec().equals(array)) {
            throw new IllegalArgumentException(array + " is none of the arrays, there is " + found.spec());
        }
        return found;
    }

    private static final class Slabs implements SlabReader {
        private final ArrayReader array;
        private final Region region;
        private int next;
        private boolean closed;

        Slabs(ArrayReader array, Region region) {
            this.array = array;
            this.region = region;
        }

        @Override
        public void read(int slices, ByteBuffer target) throws IOException {
            requireLeft(slices);
            if (slices > 0) {
                Dimensions size =
                        new Dimensions(region.size().x(), region.size().y(), slices);
                array.read(new Region(region.x(), region.y(), region.z() + next, size), target, Order.X_FASTEST);
                next += slices;
            }
        }

        @Override
        public void skip(int slices, ByteBuffer scratch) {
            requireLeft(slices);
            next += slices;
        }

        private void requireLeft(int slices) {
            int left = region.size().z() - next;
            if (closed) {
                throw new IllegalStateException("the array is closed");
            } else if (slices < 0 || slices > left) {
                throw new IllegalArgumentException(slices + " slices wanted, " + left + " left");
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Override
    public void close() throws IOException {
        closed.close();
    }
}
