package io.vtkhdf.write;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.compat.rules.Compatibility;
import io.vtkhdf.compat.rules.StoredArray;
import io.vtkhdf.compat.rules.StoredArray.Content;
import io.vtkhdf.compat.rules.StoredArray.Group;
import io.vtkhdf.compat.rules.StoredArray.Position;
import io.vtkhdf.compat.rules.StoredImage;
import io.vtkhdf.compat.rules.StoredParts;
import io.vtkhdf.compat.rules.StoredSteps;
import io.vtkhdf.compat.rules.StoredSteps.Oddity;
import io.vtkhdf.compat.rules.StoredText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Names;
import io.vtkhdf.image.ScalarType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which releases of VTK are to read a file that is written, and what happens if one of them would not.
 *
 * @param oldest empty if it does not matter
 * @param warnings who is told; empty if such a file is refused
 * @param steps how many steps the file has, as far as that makes a difference: 1, or 2 for a time series
 */
record OldestReader(Optional<VtkRelease> oldest, Optional<Consumer<UnsupportedFileException>> warnings, int steps) {

    /** More than one step: how many makes no difference. */
    private static final int SOME = 2;

    static final OldestReader NONE = new OldestReader(Optional.empty(), Optional.empty(), 1);

    /** Of what a field array is. */
    enum Owner {
        /** A file that is no time series. */
        IMAGE,
        /** One step of a time series, the others having other values. */
        STEP,
        /** All steps alike. */
        SERIES
    }

    static OldestReader of(WriteOptions options, WriteListener listener) {
        return new OldestReader(
                options.oldestReader(),
                options.warns() ? Optional.of(problem -> listener.warned(problem.getMessage())) : Optional.empty(),
                1);
    }

    static OldestReader of(WriteOptions options, WriteListener listener, TimeAxis axis) {
        return of(options, listener).inSeries(axis);
    }

    /** The same for the images of a time series. */
    OldestReader inSeries(TimeAxis axis) {
        return new OldestReader(oldest, warnings, axis.known() == 1 ? 1 : SOME);
    }

    /**
     * The same where files are refused, and none where somebody is only told.
     *
     * @param refused hears of each refusal, which {@link #requireNone} throws
     */
    static OldestReader ofRefusals(WriteOptions options, Consumer<UnsupportedFileException> refused) {
        return options.warns() ? NONE : new OldestReader(options.oldestReader(), Optional.of(refused), 1);
    }

    /** Throws what has been refused as one, which names all places, and the reason of the first. */
    static void requireNone(List<UnsupportedFileException> refused) throws UnsupportedFileException {
        if (refused.isEmpty()) {
            return;
        }
        UnsupportedFileException first = refused.get(0);
        throw new UnsupportedFileException(
                first.resource(),
                refused.stream().map(UnsupportedFileException::place).collect(Collectors.joining(", ")),
                first.found(),
                first.expected());
    }

    /** An image of whose arrays, be they as simple as can be, none would be read, points neither cells. */
    void judge(Path file, ImageGeometry geometry) throws UnsupportedFileException {
        if (oldest.isEmpty()) {
            return;
        }
        List<StoredArray> simplest = List.of(
                stored(ArrayShape.of(ArraySpec.point("points", ScalarType.UINT8), geometry), steps),
                stored(ArrayShape.of(ArraySpec.cell("cells", ScalarType.UINT8), geometry), steps));
        List<List<Reading>> failed = simplest.stream()
                .map(array -> failed(geometry, array, Set.of()))
                .toList();
        if (failed.stream().noneMatch(List::isEmpty)) {
            complain(file, "/VTKHDF@WholeExtent", failed.get(0));
        }
    }

    void judge(Path file, ImageGeometry geometry, ArrayShape shape) throws UnsupportedFileException {
        if (oldest.isPresent()) {
            judge(file, geometry, stored(shape, steps));
        }
    }

    void judge(Path file, ImageGeometry geometry, FieldArray field, Owner owner) throws UnsupportedFileException {
        if (oldest.isEmpty()) {
            return;
        }
        StoredArray array = steps == 1 ? stored(field) : storedInSeries(field);
        judge(file, geometry, array, oddities(field, owner));
    }

    private void judge(Path file, ImageGeometry geometry, StoredArray array) throws UnsupportedFileException {
        judge(file, geometry, array, Set.of());
    }

    private void judge(Path file, ImageGeometry geometry, StoredArray array, Set<Oddity> oddities)
            throws UnsupportedFileException {
        List<Reading> failed = failed(geometry, array, oddities);
        if (!failed.isEmpty()) {
            complain(file, "/VTKHDF/" + array.path(), failed);
        }
    }

    private void complain(Path file, String place, List<Reading> failed) throws UnsupportedFileException {
        String releases =
                failed.stream().map(reading -> reading.release().version()).collect(Collectors.joining(", "));
        UnsupportedFileException problem = new UnsupportedFileException(
                file.toString(),
                place,
                "something that VTK " + releases + " would not read ("
                        + failed.get(0).reasons().get(0) + ")",
                "what VTK " + oldest.orElseThrow().version() + " and newer read");
        if (warnings.isEmpty()) {
            throw problem;
        }
        warnings.get().accept(problem);
    }

    /** What each release makes of an image that is written with such a geometry, oldest first. */
    static List<Reading> readings(ImageGeometry written, List<ArraySpec> arrays, List<FieldArray> fields) {
        Stream<StoredArray> values = arrays.stream().map(array -> stored(ArrayShape.of(array, written), 1));
        List<StoredArray> stored =
                Stream.concat(values, fields.stream().map(OldestReader::stored)).toList();
        return Compatibility.of(image(written, stored, Optional.empty()));
    }

    /** The same of a time series whose steps have such arrays and field arrays. */
    static List<Reading> readingsOfSeries(ImageGeometry written, List<ArraySpec> arrays, List<FieldArray> fields) {
        List<StoredArray> stored = new ArrayList<>();
        Map<String, Set<Oddity>> oddities = new HashMap<>();
        for (ArraySpec array : arrays) {
            stored.add(stored(ArrayShape.of(array, written), SOME));
        }
        for (FieldArray field : fields) {
            stored.add(storedInSeries(field));
            oddities.put(stored.get(stored.size() - 1).path(), oddities(field, Owner.STEP));
        }
        Map<String, Long> offsets =
                stored.stream().collect(Collectors.toMap(StoredArray::path, array -> (long) SOME, (one, same) -> one));
        return Compatibility.of(
                image(written, stored, Optional.of(new StoredSteps(SOME, StoredSteps.Times.GOOD, offsets, oddities))));
    }

    private static StoredImage image(ImageGeometry geometry, List<StoredArray> arrays, Optional<StoredSteps> steps) {
        return new StoredImage(
                Optional.of(StoredText.imageData()),
                List.of(),
                List.of(),
                Arrays.stream(geometry.extent().toArray()).boxed().toList(),
                !geometry.direction().equals(Direction.IDENTITY),
                steps,
                arrays);
    }

    /** Those who are to read it and would not. */
    private List<Reading> failed(ImageGeometry geometry, StoredArray array, Set<Oddity> oddities) {
        Optional<StoredSteps> time = steps == 1
                ? Optional.empty()
                : Optional.of(new StoredSteps(
                        steps,
                        StoredSteps.Times.GOOD,
                        Map.of(array.path(), (long) steps),
                        Map.of(array.path(), oddities)));
        return Compatibility.of(image(geometry, List.of(array), time)).stream()
                .filter(reading -> reading.release().compareTo(oldest.orElseThrow()) >= 0 && !reading.isRight())
                .toList();
    }

    /** What may be odd about the places of a field array's values. */
    private static Set<Oddity> oddities(FieldArray field, Owner owner) {
        boolean isOneTuple =
                field.tuples() == 1 || owner == Owner.SERIES && !field.isStrings() && field.components() == 1;
        Set<Oddity> odd = EnumSet.noneOf(Oddity.class);
        if (owner != Owner.IMAGE && !isOneTuple) {
            odd.add(Oddity.NOT_ONE_VALUE);
        }
        if (owner == Owner.STEP && field.isStrings()) {
            odd.add(Oddity.OTHER_STRING);
        }
        return odd;
    }

    /** The filters that are written are read by all. */
    private static StoredArray stored(ArrayShape shape, int steps) {
        List<Long> slab = Arrays.stream(shape.hdf5()).boxed().toList();
        List<Long> sizes = steps == 1
                ? slab
                : Stream.concat(Stream.of((long) steps), slab.stream()).toList();
        ArraySpec spec = shape.spec();
        return new StoredArray(
                spec.association() == Association.POINT ? Group.POINT_DATA : Group.CELL_DATA,
                Names.stored(spec.name()),
                Content.NUMBERS,
                sizes,
                List.of(),
                Optional.empty(),
                Optional.of(new Position(Collections.nCopies(sizes.size(), 0L), spec.components())),
                StoredParts.ALL_THERE);
    }

    private static StoredArray stored(FieldArray field) {
        return stored(field, field.tuples());
    }

    /** As if each step had one tuple, which {@link #oddities} says otherwise. */
    private static StoredArray storedInSeries(FieldArray field) {
        return stored(field, (long) SOME);
    }

    private static StoredArray stored(FieldArray field, long tuples) {
        return new StoredArray(
                Group.FIELD_DATA,
                Names.stored(field.name()),
                field.isStrings() ? Content.ASCII_STRINGS : Content.NUMBERS,
                field.components() == 1 ? List.of(tuples) : List.of(tuples, (long) field.components()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                StoredParts.ALL_THERE);
    }
}
