package io.vtkhdf.cli;

import io.vtkhdf.compare.ArrayStatistics;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.input.FileFormat;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.read.StoredLayout;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.InputReach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in an image file.
 *
 * @param fileBytes the size of the file, without others that it may name
 * @param version the version of the VTKHDF format; empty for other formats
 * @param arrays the point, cell and field arrays
 * @param leftOut other arrays, which cannot be read
 * @param notes what is not as the file holds it, see {@link ImageSource#notes}
 * @param unfinished empty if the file is whole
 */
record ImageInfo(
        long fileBytes,
        Optional<String> version,
        ImageGeometry geometry,
        List<ArrayInfo> arrays,
        List<FieldArray> fields,
        List<ActiveArray> active,
        List<UnreadableArray> leftOut,
        List<String> notes,
        Optional<Unfinished> unfinished) {

    /**
     * @param type the name of the scalar type, or {@code String}
     * @param bytes the bytes of all values; 0 for strings
     * @param layout empty for field arrays and for formats other than VTKHDF
     * @param statistics empty unless asked for, and for strings
     */
    record ArrayInfo(
            String name,
            Association association,
            String type,
            int components,
            List<String> componentNames,
            long tuples,
            long bytes,
            Optional<StoredLayout> layout,
            Optional<ArrayStatistics> statistics) {}

    /** Whether all values are read. */
    enum Detail {
        HEADERS,
        STATISTICS
    }

    static ImageInfo of(Path file, InputReach reach, Detail detail) throws IOException {
        if (FileFormat.of(file) != FileFormat.VTKHDF) {
            try (ImageSource source = ImageSources.open(file, reach)) {
                return of(Files.size(file), source, detail, Optional.empty());
            }
        }
        try (ImageDataReader reader = ImageDataReader.open(file);
                ImageSource source = new VtkhdfSource(reader)) {
            return of(Files.size(file), source, detail, Optional.of(reader));
        }
    }

    private static ImageInfo of(long fileBytes, ImageSource source, Detail detail, Optional<ImageDataReader> reader)
            throws IOException {
        List<ArrayInfo> arrays = new ArrayList<>();
        for (ArraySpec spec : source.arrays()) {
            long tuples = source.geometry().dimensions(spec.association()).count();
            Optional<ArrayStatistics> statistics =
                    detail == Detail.STATISTICS ? Optional.of(ArrayStatistics.of(source, spec)) : Optional.empty();
            arrays.add(new ArrayInfo(
                    spec.name(),
                    spec.association(),
                    spec.type().vtkName(),
                    spec.components(),
                    spec.componentNames(),
                    tuples,
                    Math.multiplyExact(tuples, (long) spec.tupleSize()),
                    layout(spec, reader),
                    statistics));
        }
        source.fields().forEach(field -> arrays.add(of(field, detail)));
        return new ImageInfo(
                fileBytes,
                reader.map(ImageDataReader::version),
                source.geometry(),
                arrays,
                source.fields(),
                source.activeArrays(),
                source.unreadable(),
                source.notes().stream().map(SourceNote::message).toList(),
                source.unfinished());
    }

    private static ArrayInfo of(FieldArray field, Detail detail) {
        Optional<FieldArray.Numbers> numbers = field.isStrings() ? Optional.empty() : Optional.of(field.asNumbers());
        return new ArrayInfo(
                field.name(),
                Association.FIELD,
                field.typeName(),
                field.components(),
                field.componentNames(),
                field.tuples(),
                numbers.map(of ->
                                (long) of.tuples() * of.components() * of.type().size())
                        .orElse(0L),
                Optional.empty(),
                detail == Detail.STATISTICS ? numbers.map(ArrayStatistics::of) : Optional.empty());
    }

    private static Optional<StoredLayout> layout(ArraySpec spec, Optional<ImageDataReader> reader) throws IOException {
        return reader.isPresent()
                ? Optional.of(
                        reader.get().array(spec.association(), spec.name()).storage())
                : Optional.empty();
    }
}
