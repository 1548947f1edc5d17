package io.vtkhdf.cli;

import io.vtkhdf.cli.option.InputForm;
import io.vtkhdf.compare.ArrayStatistics;
import io.vtkhdf.compare.SharedSteps;
import io.vtkhdf.compare.StatisticsReader;
import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.read.StoredLayout;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in an image file: of a series, of all of its steps, and the fields of the first.
 *
 * @param fileBytes the size of the file, without others that it may name
 * @param version the version of the VTKHDF format; empty for other formats
 * @param times of the steps; empty if there is only one
 * @param arrays the point, cell and field arrays
 * @param leftOut other arrays, which cannot be read
 * @param notes what is not as the file holds it, see {@link ImageSource#notes}
 * @param unfinished empty if the file is whole
 */
record ImageInfo(
        long fileBytes,
        Optional<String> version,
        ImageGeometry geometry,
        double[] times,
        List<ArrayInfo> arrays,
        List<FieldArray> fields,
        List<ActiveArray> active,
        List<UnreadableArray> leftOut,
        List<String> notes,
        Optional<Unfinished> unfinished) {

    /**
     * @param type the name of the scalar type, or {@code String}
     * @param tuples of one step
     * @param bytes the bytes of all values, those of steps that share them once; 0 for strings
     * @param slabs of a series, how many of its steps have values of their own; empty for field arrays
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
            Optional<Integer> slabs,
            Optional<StoredLayout> layout,
            Optional<ArrayStatistics> statistics) {}

    /**
     * Looks into a file.
     *
     * @param form opens the file
     * @param wanted reads the values; if it is empty, none are read
     */
    static ImageInfo of(Path file, InputForm form, Optional<StatisticsReader> wanted) throws IOException {
        try (ImageSeries series = form.open(List.of(file));
                ImageSource first = series.open(0)) {
            Optional<ImageDataReader> reader =
                    first instanceof VtkhdfSource ofVtkhdf ? Optional.of(ofVtkhdf.reader()) : Optional.empty();
            return of(size(file, first), series, first, wanted, reader);
        }
    }

    /** Of a folder, that of its pictures. */
    private static long size(Path file, ImageSource image) throws IOException {
        if (!Files.isDirectory(file)) {
            return Files.size(file);
        }
        long size = 0;
        for (Path picture : image.otherFiles()) {
            size += Files.size(picture);
        }
        return size;
    }

    private static ImageInfo of(
            long fileBytes,
            ImageSeries series,
            ImageSource first,
            Optional<StatisticsReader> wanted,
            Optional<ImageDataReader> reader)
            throws IOException {
        double[] times = series.times();
        Map<ArraySpec, SharedSteps> shared = new LinkedHashMap<>();
        for (ArraySpec spec : first.arrays()) {
            shared.put(spec, SharedSteps.of(series, spec));
        }
        Map<ArraySpec, ArrayStatistics> statistics =
                wanted.isPresent() ? statistics(wanted.get(), series, times.length, first, shared) : Map.of();
        List<ArrayInfo> arrays = new ArrayList<>();
        for (ArraySpec spec : first.arrays()) {
            long tuples = first.geometry().dimensions(spec.association()).count();
            int slabs = shared.get(spec).distinct();
            arrays.add(new ArrayInfo(
                    spec.name(),
                    spec.association(),
                    spec.type().vtkName(),
                    spec.components(),
                    spec.componentNames(),
                    tuples,
                    Math.multiplyExact(Math.multiplyExact(tuples, (long) spec.tupleSize()), (long) slabs),
                    times.length == 1 ? Optional.empty() : Optional.of(slabs),
                    layout(spec, reader),
                    Optional.ofNullable(statistics.get(spec))));
        }
        for (FieldArray field : first.fields()) {
            arrays.add(of(field, wanted));
        }
        return new ImageInfo(
                fileBytes,
                reader.isPresent() ? Optional.of(reader.get().version()) : Optional.empty(),
                first.geometry(),
                times.length == 1 ? new double[0] : times,
                arrays,
                first.fields(),
                first.activeArrays(),
                first.unreadable(),
                notes(first),
                first.unfinished());
    }

    private static List<String> notes(ImageSource first) {
        List<String> messages = new ArrayList<>();
        for (SourceNote note : first instanceof VtkhdfSource stored ? stored.notesOfAllSteps() : first.notes()) {
            messages.add(note.message());
        }
        return messages;
    }

    private static Map<ArraySpec, ArrayStatistics> statistics(
            StatisticsReader reader,
            ImageSeries series,
            int steps,
            ImageSource only,
            Map<ArraySpec, SharedSteps> arrays)
            throws IOException {
        if (steps > 1) {
            return reader.read(series, arrays);
        }
        Map<ArraySpec, ArrayStatistics> statistics = new HashMap<>();
        for (ArraySpec spec : arrays.keySet()) {
            statistics.put(spec, reader.read(only, spec));
        }
        return statistics;
    }

    private static ArrayInfo of(FieldArray field, Optional<StatisticsReader> wanted) {
        long bytes = 0;
        Optional<ArrayStatistics> statistics = Optional.empty();
        if (!field.isStrings()) {
            FieldArray.Numbers numbers = field.asNumbers();
            bytes = (long) numbers.tuples()
                    * numbers.components()
                    * numbers.type().size();
            statistics = wanted.isPresent() ? Optional.of(wanted.get().read(numbers)) : Optional.empty();
        }
        return new ArrayInfo(
                field.name(),
                Association.FIELD,
                field.typeName(),
                field.components(),
                field.componentNames(),
                field.tuples(),
                bytes,
                Optional.empty(),
                Optional.empty(),
                statistics);
    }

    private static Optional<StoredLayout> layout(ArraySpec spec, Optional<ImageDataReader> reader) throws IOException {
        return reader.isPresent()
                ? Optional.of(
                        reader.get().array(spec.association(), spec.name()).storage())
                : Optional.empty();
    }
}
