package io.vtkhdf.format;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.virtual.PartListener;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.image.UnreadableArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The point and cell arrays of a file at one of its steps, and the field arrays: what can be read, and what cannot and
 * why.
 */
public final class ImageArrays {

    private final StoredArrays stored;
    private final int step;
    private final Map<String, ImageArray> arrays = new LinkedHashMap<>();
    private final Map<String, ImageField> fields = new LinkedHashMap<>();
    private final Map<String, StoredDataset> largeFields = new LinkedHashMap<>();
    private final Map<String, UnreadableArray> unreadable;

    /** Those of the first step. */
    public ImageArrays(ImageHeader header, StoredLinks links) throws IOException {
        this(new StoredArrays(header, links), 0);
    }

    private ImageArrays(StoredArrays stored, int step) {
        this.stored = stored;
        this.step = step;
        this.unreadable = stored.unreadable();
        for (ImageArray array : stored.arrays().values()) {
            show(array);
        }
        long room = BoundedBytes.mostMemory();
        for (ImageField field : stored.fields().values()) {
            room -= show(field, room);
        }
    }

    /** The same at another step that the file has. */
    ImageArrays atStep(int other) {
        return new ImageArrays(stored, other);
    }

    private void show(ImageArray array) {
        Association association = array.spec().association();
        String name = array.spec().name();
        try {
            arrays.put(StoredArrays.key(association, name), array.atStep(step));
        } catch (FileContentException e) {
            addUnreadable(association, name, e);
        }
    }

    /** Returns the bytes that it takes. */
    private long show(ImageField field, long room) {
        try {
            Optional<Rows> rows = field.rows(step);
            if (rows.isEmpty()) {
                return 0;
            }
            largeFields.put(field.name(), field.dataset());
            long size = ImageFields.requireRoom(field.dataset(), rows.get(), room, ImageFields.FIELD);
            largeFields.remove(field.name());
            fields.put(field.name(), field);
            return size;
        } catch (FileContentException e) {
            addUnreadable(Association.FIELD, field.name(), e);
            return 0;
        }
    }

    private void addUnreadable(Association association, String name, FileContentException reason) {
        unreadable.put(StoredArrays.key(association, name), new UnreadableArray(association, name, reason));
    }

    /** @throws io.vtkhdf.error.UnsupportedFileException if a tuple of so many components is larger than an array */
    public static void requireTuples(StoredDataset dataset, int components) throws IOException {
        int size = dataset.numbers().type().size();
        if (components > Integer.MAX_VALUE / size) {
            throw dataset.file()
                    .unsupported(
                            dataset.path(),
                            components + " components of " + size + " bytes",
                            "at most " + Integer.MAX_VALUE / size);
        }
    }

    public List<ImageArray> arrays() {
        return List.copyOf(arrays.values());
    }

    /** For how many of their slices the file has all values. */
    public Unfinished slices() throws IOException {
        List<Unfinished.Slices> slices = new ArrayList<>();
        for (ImageArray array : arrays.values()) {
            slices.add(new Unfinished.Slices(
                    array.spec().association(),
                    array.spec().name(),
                    storedSlices(array),
                    array.dimensions().z()));
        }
        return new Unfinished(slices);
    }

    /** None where the index of its chunks is broken, which whoever reads the array is told. */
    private static int storedSlices(ImageArray array) throws IOException {
        try {
            return array.storedSlices();
        } catch (FileContentException e) {
            return 0;
        }
    }

    public Map<String, StoredDataset> fieldDatasets() {
        Map<String, StoredDataset> datasets = new LinkedHashMap<>();
        for (ImageField field : fields.values()) {
            datasets.put(field.name(), field.dataset());
        }
        return datasets;
    }

    /** Field arrays that are too large for the heap, and so not offered. */
    public Map<String, StoredDataset> largeFieldDatasets() {
        return Collections.unmodifiableMap(largeFields);
    }

    /** @throws FileContentException why an array is not offered, if one is not for another reason than its size */
    public void requireAll() throws FileContentException {
        for (UnreadableArray array : unreadable.values()) {
            if (array.association() != Association.FIELD || !largeFields.containsKey(array.name())) {
                throw array.reason();
            }
        }
    }

    /** Reads the field arrays but those that cannot be, which {@code broken} is told of. */
    public List<FieldArray> fields(Consumer<UnreadableArray> broken) throws IOException {
        List<FieldArray> read = new ArrayList<>();
        for (ImageField field : fields.values()) {
            try {
                read.add(field.read(step));
            } catch (FileContentException e) {
                broken.accept(new UnreadableArray(Association.FIELD, field.name(), e));
            }
        }
        return List.copyOf(read);
    }

    public List<ActiveArray> active() {
        List<ArraySpec> specs = new ArrayList<>();
        for (ImageArray array : arrays.values()) {
            specs.add(array.spec());
        }
        return stored.roles().of(specs);
    }

    public List<UnreadableArray> unreadable() {
        return List.copyOf(unreadable.values());
    }

    /**
     * About arrays without values, as VTK writes the cell arrays of flat images, and field arrays that tell no steps.
     */
    public List<SourceNote> notes() {
        return List.copyOf(stored.notes().values());
    }

    /** A point or cell array that can be read. */
    public Optional<ImageArray> find(Association association, String name) {
        return Optional.ofNullable(arrays.get(StoredArrays.key(association, name)));
    }

    /**
     * Tells what is wrong with the parts of a field array, if it is a virtual dataset.
     *
     * @throws IOException if the listener throws it
     */
    public void checkFieldParts(String name, PartListener listener) throws IOException {
        ImageField field = fields.get(name);
        if (field != null) {
            field.checkParts(step, listener);
        }
    }

    /** As {@link #checkFieldParts}, of all steps. */
    public void checkFieldPartsOfAllSteps(String name, PartListener listener) throws IOException {
        ImageField field = fields.get(name);
        if (field != null) {
            ImageFields.checkParts(field.dataset(), Rows.all(field.dataset()), listener);
        }
    }

    /** The files that hold parts of field arrays and are there. */
    public Set<Path> otherFilesOfFields() throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (ImageField field : fields.values()) {
            if (field.dataset().size() > 0) {
                files.addAll(field.dataset().blocks().otherFiles());
            }
        }
        return files;
    }

    /** A field array, unless there is none of that name that can be read. */
    public Optional<FieldArray> findField(String name) throws IOException {
        ImageField field = fields.get(name);
        return field == null ? Optional.empty() : Optional.of(field.read(step));
    }

    /** Whether a field array that the file has is the same values at so many steps, stored once. */
    public boolean isOneField(String name, int steps) throws FileContentException {
        Optional<Rows> first = stored.fields().get(name).rows(0);
        for (int other = 1; other < steps; other++) {
            if (!stored.fields().get(name).rows(other).equals(first)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Why {@link #find} or {@link #findField} found nothing.
     *
     * @throws FileContentException if the array is there and cannot be read, or has no values
     */
    public IllegalArgumentException missing(Association association, String name) throws FileContentException {
        String key = StoredArrays.key(association, name);
        if (unreadable.containsKey(key)) {
            throw unreadable.get(key).reason();
        } else if (stored.empty().containsKey(key)) {
            throw stored.empty().get(key);
        }
        Stream<String> names = association == Association.FIELD
                ? fields.keySet().stream()
                : arrays.values().stream()
                        .map(ImageArray::spec)
                        .filter(spec -> spec.association() == association)
                        .map(ArraySpec::name);
        return new IllegalArgumentException("no array " + ShownText.quoted(name) + " in " + association.groupName()
                + ", found " + names.map(ShownText::quoted).toList());
    }
}
