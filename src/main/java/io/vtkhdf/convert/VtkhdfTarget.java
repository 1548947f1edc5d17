package io.vtkhdf.convert;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Names;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.read.StoredLayout;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** A VTKHDF file. */
public record VtkhdfTarget(Path file, WriteOptions options) implements ImageTarget {

    @Override
    public Path writtenFile() {
        return options.isInPlace() ? file : ImageDataWriter.partOf(file);
    }

    @Override
    public String storedName(String name) {
        return Names.stored(name);
    }

    @Override
    public ImageGeometry storedGeometry(ImageGeometry geometry) {
        return options.keepsExtent() ? geometry : geometry.zeroBased();
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
        return SelectedArrays.withoutFields(image, VtkhdfTarget::isEmptyList);
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
        Optional<Unfinished> found = ImageDataWriter.resumable(file, storable(image), options);
        for (Unfinished.Slices begun : found.map(Unfinished::arrays).orElse(List.of())) {
            requireWanted(begun.association(), begun.name(), image);
        }
        return found;
    }

    @Override
    public List<Reading> readings(ImageSource image) {
        return ImageDataWriter.readings(storable(image), options);
    }

    @Override
    public Optional<String> leftover() throws IOException {
        return ImageDataWriter.leftover(file, options);
    }

    @Override
    public void requireCreatable() throws IOException {
        try {
            ImageDataWriter.requireCreatable(file, options);
        } catch (FileAlreadyExistsException e) {
            boolean isPart = !options.isInPlace() && writtenFile().toString().equals(e.getFile());
            Optional<String> unfinished = isPart
                    ? ImageDataWriter.leftover(file, options)
                    : OutputFile.EXISTS.equals(e.getReason())
                            ? ImageDataWriter.leftover(file, options.inPlace())
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
        return new VtkhdfTarget(file, options.source(source));
    }

    @Override
    public ImageSink create(ImageSource all, LongConsumer written) throws IOException {
        ImageSource image = storable(all);
        ImageDataWriter.requireWritable(file, image.geometry(), image.arrays(), image.fields(), options);
        ImageDataWriter writer = ImageDataWriter.create(file, image.geometry(), options.progress(written));
        try {
            for (ArraySpec begun : writer.resumedArrays()) {
                requireWanted(begun.association(), begun.name(), image);
            }
            for (FieldArray field : image.fields()) {
                writer.writeField(field);
            }
            return new Sink(writer, arrays(writer, image), ActiveRoles.suitable(image));
        } catch (IOException | RuntimeException | Error e) {
            writer.abort();
            throw e;
        }
    }

    /** All of them now, so that an unfinished file tells of those, too, that nothing is there of. */
    private static Map<ArraySpec, ArrayWriter> arrays(ImageDataWriter writer, ImageSource image) throws IOException {
        Map<ArraySpec, ArrayWriter> arrays = new HashMap<>();
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            for (ArraySpec array : image.arrays()) {
                if (array.association() == association) {
                    arrays.put(array, writer.createArray(array));
                }
            }
        }
        return arrays;
    }

    /** An earlier run may have been about other arrays of the image. */
    private void requireWanted(Association association, String name, ImageSource image) {
        boolean isWanted = image.arrays().stream()
                .anyMatch(array -> array.association() == association
                        && storedName(array.name()).equals(name));
        if (!isWanted) {
            throw new IllegalArgumentException(writtenFile() + ": found the array " + ShownText.quoted(name) + " of "
                    + association.groupName()
                    + ", expected none but those that are converted, to go on with it; convert that one, too, or"
                    + " delete the file to begin anew");
        }
    }

    private record Sink(ImageDataWriter writer, Map<ArraySpec, ArrayWriter> arrays, List<ActiveArray> active)
            implements ImageSink {

        @Override
        public boolean has(ArraySpec array, int firstSlice, int slices) {
            return IntStream.range(firstSlice, firstSlice + slices).allMatch(arrays.get(array)::isWritten);
        }

        @Override
        public void write(ArraySpec array, int firstSlice, int slices, ByteBuffer values) throws IOException {
            arrays.get(array).writeMissing(firstSlice, slices, values, Order.X_FASTEST);
        }

        @Override
        public void finish() throws IOException {
            for (ActiveArray array : active) {
                writer.setActive(array);
            }
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
