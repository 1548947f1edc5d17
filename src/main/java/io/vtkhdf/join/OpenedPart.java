package io.vtkhdf.join;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.FileState;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.format.StepSlabs;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.virtual.PartName;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.UnreadableArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a file tells of the part that it holds. It is open only while that is read.
 *
 * @param state of the file, before it was opened
 * @param times of its steps; one if it is no time series
 * @param isTimed whether it tells them
 * @param arrays those that are wanted
 * @param others the files that these are in, if not in this one
 */
record OpenedPart(
        Path file,
        FileState state,
        ImageGeometry geometry,
        double[] times,
        boolean isTimed,
        Map<ArraySpec, PartArray> arrays,
        Set<Path> others,
        List<ActiveArray> active) {

    /** Hears of the field arrays of each step. */
    @FunctionalInterface
    interface FieldsListener {
        /** @param unreadable those that are left out */
        void fields(int step, List<FieldArray> fields, List<UnreadableArray> unreadable) throws IOException;
    }

    /** @param slabs which slab is that of each step */
    private record Stored(StoredPlace place, StepSlabs slabs) implements PartArray {
        @Override
        public long slab(int step) {
            return slabs.at(step);
        }
    }

    /**
     * Reads all that is told of arrays, and the field arrays' values.
     *
     * @throws FileContentException if it is no complete VTKHDF image, or one of the arrays that are wanted cannot be
     *     read
     */
    static OpenedPart read(Path file, Predicate<ArraySpec> wanted, boolean areAllWanted, FieldsListener listener)
            throws IOException {
        FileState state = FileState.of(file);
        try (Hdf5Reader reader = Hdf5Reader.open(file, InputReach.FOLDER)) {
            ImageContents image = ImageContents.of(reader);
            requireFinished(file, image);
            double[] times = image.times().toArray();
            Map<ArraySpec, PartArray> arrays = arrays(image, times.length, wanted, areAllWanted);
            boolean hasTimeValue = tellFields(image, times.length, listener);
            return new OpenedPart(
                    file,
                    state,
                    image.header().geometry(),
                    times,
                    hasTimeValue || image.header().steps().count() > 0,
                    arrays,
                    others(image, arrays.keySet()),
                    image.arrays().active().stream()
                            .filter(role -> arrays.keySet().stream().anyMatch(spec -> isOf(role, spec)))
                            .toList());
        }
    }

    private static boolean isOf(ActiveArray role, ArraySpec spec) {
        return role.association() == spec.association() && role.arrayName().equals(spec.name());
    }

    private static void requireFinished(Path file, ImageContents image) throws UnsupportedFileException {
        if (!image.header().finished()) {
            throw new UnsupportedFileException(
                    file.toString(),
                    image.group().path(),
                    "an unfinished file",
                    "a finished one: what is still missing would be missing in the joined image");
        }
    }

    private static Map<ArraySpec, PartArray> arrays(
            ImageContents image, int steps, Predicate<ArraySpec> wanted, boolean areAllWanted) throws IOException {
        if (areAllWanted) {
            requireReadable(image);
        }
        Map<ArraySpec, PartArray> arrays = new LinkedHashMap<>();
        for (ImageArray array : image.arrays().arrays()) {
            if (wanted.test(array.spec())) {
                requireComplete(array);
                for (int step = 0; step < steps; step++) {
                    array.atStep(step);
                }
                arrays.put(
                        array.spec(), new Stored(new StoredPlace(array.dataset().path(), array.axes()), array.slabs()));
            }
        }
        return arrays;
    }

    /** A part may be made of others itself. */
    private static void requireComplete(ImageArray array) throws IOException {
        List<PartName> missing = new ArrayList<>();
        array.dataset().checkParts(missing::add);
        if (!missing.isEmpty()) {
            throw new UnsupportedFileException(
                    array.dataset().file().name(),
                    array.dataset().path(),
                    "a virtual dataset whose part " + missing.get(0) + " is not there",
                    "all parts: what is missing would be missing in the joined image");
        }
    }

    private static Set<Path> others(ImageContents image, Set<ArraySpec> wanted) throws IOException {
        Set<Path> others = new LinkedHashSet<>();
        for (ImageArray array : image.arrays().arrays()) {
            if (wanted.contains(array.spec())) {
                others.addAll(array.blocks().otherFiles());
            }
        }
        return others;
    }

    private static void requireReadable(ImageContents image) throws FileContentException {
        for (UnreadableArray array : image.arrays().unreadable()) {
            if (array.association() != Association.FIELD) {
                throw array.reason();
            }
        }
    }

    /** Returns whether one of them tells a time. */
    private static boolean tellFields(ImageContents image, int steps, FieldsListener listener) throws IOException {
        boolean hasTimeValue = false;
        for (int step = 0; step < steps; step++) {
            ImageContents now = image.atStep(step);
            List<UnreadableArray> unreadable = new ArrayList<>();
            now.arrays().unreadable().stream()
                    .filter(array -> array.association() == Association.FIELD)
                    .forEach(unreadable::add);
            Consumer<UnreadableArray> broken = unreadable::add;
            List<FieldArray> fields = now.arrays().fields(broken);
            hasTimeValue |=
                    fields.stream().anyMatch(field -> TimeValue.of(field).isPresent());
            listener.fields(step, fields, unreadable);
        }
        return hasTimeValue;
    }

    /** How many steps it holds. */
    int steps() {
        return times.length;
    }

    List<ArraySpec> specs() {
        return List.copyOf(arrays.keySet());
    }

    PartArray find(ArraySpec spec) {
        return arrays.get(spec);
    }
}
