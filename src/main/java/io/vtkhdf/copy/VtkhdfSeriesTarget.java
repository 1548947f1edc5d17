package io.vtkhdf.copy;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.Leftover;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteListener;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A VTKHDF file of several steps.
 *
 * @param mode whether the steps make the file, or come behind those that it has
 * @param fields of the steps, as far as they were looked at; without, all that the first one has are taken for granted
 * @param known the names of the field arrays to which those of the steps are appended; empty if there may be any
 */
public record VtkhdfSeriesTarget(
        Path file, WriteOptions options, Mode mode, Optional<FieldsOfSteps> fields, Optional<Set<String>> known)
        implements SeriesTarget {

    /** What becomes of a finished file. */
    public enum Mode {
        CREATE,
        APPEND
    }

    public VtkhdfSeriesTarget(Path file, WriteOptions options, Mode mode) {
        this(file, options, mode, Optional.empty(), Optional.empty());
    }

    private VtkhdfTarget image() {
        return new VtkhdfTarget(file, mode == Mode.APPEND ? options.withInPlace(true) : options);
    }

    @Override
    public SeriesTarget withFields(FieldsOfSteps found) throws IOException {
        return new VtkhdfSeriesTarget(file, options, mode, Optional.of(found), knownFields());
    }

    private Optional<Set<String>> knownFields() throws IOException {
        if (mode == Mode.CREATE) {
            return Optional.empty();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            return Optional.of(reader.fields().stream().map(FieldArray::name).collect(Collectors.toSet()));
        }
    }

    @Override
    public Path writtenFile() {
        return image().writtenFile();
    }

    @Override
    public String storedName(String name) {
        return image().storedName(name);
    }

    @Override
    public ImageGeometry storedGeometry(ImageGeometry geometry) {
        return image().storedGeometry(geometry);
    }

    @Override
    public TargetLayout layout(ArraySpec array, ImageGeometry geometry) {
        return image().layout(array, geometry);
    }

    /** The time of a step is stored apart. */
    @Override
    public ImageSource storable(ImageSource image) {
        return SelectedArrays.withoutFields(
                image().storable(image), field -> isTime(field) || isSometimes(field.name()) || isNew(field));
    }

    private boolean isSometimes(String name) {
        return fields.filter(all -> !all.hasAlways(name)).isPresent();
    }

    private boolean isNew(FieldArray field) {
        return known.filter(names -> !names.contains(storedName(field.name()))).isPresent();
    }

    private static boolean isTime(FieldArray field) {
        return field.name().equals(TimeValue.ADDED_BY_VTK) || field.name().equals(TimeValue.NAME);
    }

    @Override
    public List<String> changes(ImageSource image) {
        List<String> changes = image().changes(SelectedArrays.withoutFields(image, VtkhdfSeriesTarget::isTime));
        image.fields().stream()
                .filter(field -> field.name().equals(TimeValue.ADDED_BY_VTK))
                .forEach(field -> changes.add(
                        "FieldData 'Time': left out, since VTK's reader gives the time of a step this name"));
        for (String name : fields.map(FieldsOfSteps::others).orElse(List.of())) {
            changes.add(Association.FIELD.groupName() + " " + ShownText.quoted(name)
                    + ": left out, since not all steps have it, of one type");
        }
        image.fields().stream()
                .filter(field -> !isTime(field) && !isSometimes(field.name()) && isNew(field))
                .forEach(field -> changes.add(Association.FIELD.groupName() + " " + ShownText.quoted(field.name())
                        + ": left out, since the steps there have none"));
        return changes;
    }

    @Override
    public void requireCreatable() throws IOException {
        if (mode == Mode.CREATE) {
            image().requireCreatable();
        } else if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file, expected one to append to");
        }
    }

    @Override
    public boolean isComplete() throws IOException {
        return mode == Mode.CREATE && image().isComplete();
    }

    @Override
    public boolean appends() {
        return mode == Mode.APPEND;
    }

    @Override
    public boolean isResumable() {
        return options.resumes();
    }

    @Override
    public String resumingOptions() {
        return mode == Mode.APPEND ? "--append --resume" : SeriesTarget.super.resumingOptions();
    }

    @Override
    public Optional<Leftover> leftover() throws IOException {
        return image().leftover();
    }

    @Override
    public SeriesTarget madeFrom(String source) {
        return new VtkhdfSeriesTarget(file, options.withSource(source), mode, fields, known);
    }

    @Override
    public void requireWritable(ImageSource image) throws IOException {
        image().requireWritable(storable(image));
    }

    @Override
    public List<Reading> readings(ImageSource image) {
        return image().plan().readingsOfSeries(image().spec(storable(image)));
    }

    @Override
    public SeriesSink begin(ImageSource first, double[] times, WriteListener listener) throws IOException {
        boolean isFinished = appends() && isFinished();
        ImageSeriesWriter writer = appends()
                ? appending(isFinished, first, listener)
                : image().plan().createSeries(image().spec(storable(first)), TimeAxis.of(times), listener);
        try {
            if (appends()) {
                requireAlike(writer, first);
                requireFields(writer.fieldsOfSteps(), first);
            }
            if (isFinished) {
                requireLater(writer.times(), times[0]);
            }
            // Those of a finished file are of whatever INPUT.
            double[] complete = options.resumes() && !isFinished ? writer.times() : new double[0];
            return new VtkhdfSeriesSink(this, writer, times, complete);
        } catch (IOException | RuntimeException | Error e) {
            writer.abort();
            throw e;
        }
    }

    private void requireLater(double[] there, double first) {
        double last = there[there.length - 1];
        if (first <= last) {
            throw new IllegalArgumentException(file + ": found the time " + first
                    + " of the first step in what is appended, expected a later one than " + last
                    + ", that of the last step there");
        }
    }

    private ImageSeriesWriter appending(boolean isFinished, ImageSource first, WriteListener listener)
            throws IOException {
        if (isFinished) {
            return ImageSeriesWriter.append(file, options, listener);
        } else if (!options.resumes()) {
            throw new FileAlreadyExistsException(
                    file.toString(), null, "is unfinished; --append --resume goes on with it");
        }
        return ImageSeriesWriter.create(
                file, first.geometry(), TimeAxis.growing(), options.withInPlace(true), listener);
    }

    private boolean isFinished() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            return reader.isFinished();
        } catch (FileContentException e) {
            return true; // Whoever writes it is told.
        }
    }

    private void requireAlike(ImageSeriesWriter writer, ImageSource first) throws IOException {
        ImageGeometry expected = writer.geometry();
        ImageGeometry found = storedGeometry(first.geometry());
        if (!found.equals(expected)) {
            throw differs("/VTKHDF", found.toString(), expected.toString());
        }
        List<ArraySpec> arrays = first.arrays().stream().map(this::stored).toList();
        for (ArraySpec array : writer.arrays()) {
            if (!arrays.contains(array)) {
                throw differs(place(array), "no such array in what is appended", array.toString());
            }
        }
        for (ArraySpec array : arrays) {
            if (!writer.arrays().contains(array)) {
                throw differs(place(array), "an array in what is appended", "none; --array NAME chooses others");
            }
        }
    }

    private void requireFields(List<String> expected, ImageSource first) throws UnsupportedFileException {
        Set<String> found = storable(first).fields().stream()
                .map(field -> storedName(field.name()))
                .collect(Collectors.toSet());
        for (String name : expected) {
            if (!found.contains(name)) {
                throw differs(
                        Association.FIELD.groupName() + "/" + name,
                        "no such field array, or not at all steps, in what is appended",
                        "one at each step");
            }
        }
    }

    private ArraySpec stored(ArraySpec array) {
        return new ArraySpec(
                array.association(),
                storedName(array.name()),
                array.type(),
                array.components(),
                array.componentNames());
    }

    private static String place(ArraySpec array) {
        return array.association().groupName() + "/" + array.name();
    }

    private UnsupportedFileException differs(String place, String found, String expected) {
        return new UnsupportedFileException(file.toString(), place, found, expected + ", as the steps there have");
    }
}
