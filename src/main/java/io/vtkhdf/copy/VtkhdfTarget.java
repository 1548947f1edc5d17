package io.vtkhdf.copy;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.Names;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Slab;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.read.StoredLayout;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Leftover;
import io.vtkhdf.write.WriteListener;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A VTKHDF file. */
public record VtkhdfTarget(Path file, WriteOptions options) implements ImageTarget {

    WritePlan plan() {
        return new WritePlan(file, options);
    }

    ImageSpec spec(ImageSource source) {
        ImageSource image = storable(source);
        return new ImageSpec(image.geometry(), image.arrays(), image.fields(), image.activeArrays());
    }

    @Override
    public Path writtenFile() {
        return plan().writtenFile();
    }

    @Override
    public String storedName(String name) {
        return Names.stored(name);
    }

    @Override
    public ImageGeometry storedGeometry(ImageGeometry geometry) {
        return plan().storedGeometry(geometry);
    }

    @Override
    public TargetLayout layout(ArraySpec array, ImageGeometry geometry) {
        Dimensions dimensions = geometry.dimensions(array.association());
        Optional<Dimensions> chunk = options.storage().chunkOf(array, dimensions);
        return new TargetLayout(
                (chunk.isPresent() ? StoredLayout.Form.CHUNKED : StoredLayout.Form.CONTIGUOUS).toString(),
                chunk,
                options.storage().filters(),
                Math.multiplyExact(dimensions.count(), (long) array.tupleSize()));
    }

    @Override
    public ImageSource storable(ImageSource image) {
        return SelectedArrays.storable(image, VtkhdfTarget::isEmptyList);
    }

    private static boolean isEmptyList(FieldArray field) {
        return field.isStrings() && field.tuples() == 0;
    }

    @Override
    public List<String> changes(ImageSource image) {
        List<String> changes = Changes.ofNames(storable(image), this, "VTK reads no name with / or . in VTKHDF");
        image.fields().stream()
                .filter(VtkhdfTarget::isEmptyList)
                .forEach(field -> changes.add(Association.FIELD.groupName() + " '" + field.name()
                        + "': left out, since no VTK reads an empty list of strings in VTKHDF"));
        changes.addAll(ActiveRoles.unsuitable(image));
        Extent extent = image.geometry().extent();
        if (!options.keepsExtent() && !extent.startsAtZero()) {
            changes.add("the extent " + extent + " starts at 0 now, and the origin is that of its first point;"
                    + " --keep-extent keeps both");
        }
        return changes;
    }

    @Override
    public boolean isComplete() throws IOException {
        if (!options.resumes() || options.overwrites() || !Files.isRegularFile(file)) {
            return false;
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            return reader.isFinished();
        } catch (FileContentException e) {
            return false; // Whoever writes it is told.
        }
    }

    @Override
    public boolean isResumable() {
        return options.resumes();
    }

    @Override
    public Optional<Unfinished> resumable(ImageSource image) throws IOException {
        return plan().resumable(spec(image));
    }

    @Override
    public List<Reading> readings(ImageSource image) {
        return plan().readings(spec(image));
    }

    @Override
    public Optional<Leftover> leftover() throws IOException {
        return plan().leftover();
    }

    @Override
    public void requireCreatable() throws IOException {
        try {
            plan().requireCreatable();
        } catch (FileAlreadyExistsException e) {
            boolean isPart = !options.isInPlace() && writtenFile().toString().equals(e.getFile());
            Optional<Leftover> unfinished = isPart
                    ? leftover()
                    : OutputFile.EXISTS.equals(e.getReason())
                            ? new WritePlan(file, options.withInPlace(true)).leftover()
                            : Optional.empty();
            if (unfinished.isEmpty()) {
                throw e;
            }
            throw new FileAlreadyExistsException(
                    e.getFile(),
                    null,
                    "is " + unfinished.get() + ": --resume " + (isPart ? "" : "--in-place ")
                            + "goes on with it, --overwrite replaces it");
        }
    }

    @Override
    public ImageTarget madeFrom(String source) {
        return new VtkhdfTarget(file, options.withSource(source));
    }

    @Override
    public void requireWritable(ImageSource image) throws IOException {
        plan().requireWritable(spec(image));
    }

    @Override
    public ImageSink create(ImageSource image, WriteListener listener) throws IOException {
        ImageSpec spec = spec(image);
        ImageDataWriter writer = plan().create(spec, listener);
        Map<ArraySpec, ArrayWriter> arrays = new HashMap<>();
        try {
            for (ArraySpec array : spec.arrays()) {
                arrays.put(array, writer.array(array.association(), array.name()));
            }
        } catch (RuntimeException | Error e) {
            writer.abort();
            throw e;
        }
        return new Sink(writer, arrays);
    }

    private record Sink(ImageDataWriter writer, Map<ArraySpec, ArrayWriter> arrays) implements ImageSink {

        @Override
        public boolean has(ArraySpec array, int firstSlice, int slices) {
            return IntStream.range(firstSlice, firstSlice + slices).allMatch(arrays.get(array)::isWritten);
        }

        @Override
        public void write(ArraySpec array, int firstSlice, int slices, ByteBuffer values) throws IOException {
            arrays.get(array).writeMissing(new Slab(firstSlice, slices), values, Order.X_FASTEST);
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
        public void close() {
            writer.abort();
        }
    }
}
