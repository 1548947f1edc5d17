package io.vtkhdf.format;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.image.UnreadableArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The point and cell arrays of a file, and the field arrays: what can be read, and what cannot and why. */
public final class ImageArrays {

    private final ImageHeader header;
    private final Map<String, ImageArray> arrays = new LinkedHashMap<>();
    private final Map<String, StoredDataset> fields = new LinkedHashMap<>();
    private final Map<String, StoredDataset> largeFields = new LinkedHashMap<>();
    private final Map<String, UnreadableArray> unreadable = new TreeMap<>();
    private final Map<String, FileContentException> empty = new TreeMap<>();
    private final ImageRoles active = new ImageRoles();
    private long fieldSize;

    public ImageArrays(ImageHeader header, StoredLinks links) throws IOException {
        this.header = header;
        for (Association association : Association.values()) {
            Optional<StoredObject> group = links.get(association.groupName());
            if (group.isPresent() && !group.get().isDataset()) {
                readGroup(association, group.get());
            }
        }
    }

    private void readGroup(Association association, StoredObject group) throws IOException {
        StoredLinks links = StoredLinks.of(group);
        for (String name : links.names()) {
            try {
                Optional<StoredObject> object = links.get(name);
                if (!name.isEmpty() && object.isPresent() && object.get().isDataset()) {
                    readDataset(association, name, object.get());
                }
            } catch (FileContentException e) {
                unreadable.put(key(association, name), new UnreadableArray(association, name, e));
            }
        }
        if (association != Association.FIELD) {
            active.addGroup(association, group);
        }
    }

    private void readDataset(Association association, String name, StoredObject object) throws IOException {
        StoredDataset dataset = StoredDataset.of(object);
        if (association == Association.FIELD) {
            ImageFields.requireForm(dataset);
            largeFields.put(name, dataset);
            fieldSize += ImageFields.requireRoom(dataset, BoundedBytes.mostMemory() - fieldSize);
            largeFields.remove(name);
            fields.put(name, dataset);
            return;
        }
        if (dataset.size() == 0) {
            empty.put(
                    key(association, name),
                    dataset.file().unsupported(dataset.path(), "an empty dataset", "values; it is left out"));
            return;
        }
        ImageArray array = array(association, name, dataset);
        active.addArray(association, name, object);
        arrays.put(key(association, name), array);
    }

    private ImageArray array(Association association, String name, StoredDataset dataset) throws IOException {
        ScalarType type = dataset.numbers().type();
        long[] shape = dataset.shape();
        Dimensions dimensions = header.geometry().dimensions(association);
        int[] extent = header.geometry().extent().toArray();
        Optional<AxisOrder> layout =
                AxisOrder.find(shape, dimensions, new int[] {extent[0], extent[2], extent[4]}, header.oneStep());
        if (layout.isEmpty()) {
            throw dataset.file()
                    .unsupported(
                            dataset.path(),
                            "a dataset of shape " + Arrays.toString(shape) + " (slowest axis first)",
                            "one that holds " + dimensions + " tuples (x, y, z)");
        }
        int components = layout.get().components();
        requireTuples(dataset, components);
        ArraySpec spec = new ArraySpec(association, name, type, components, ComponentNames.read(dataset, components));
        return new ImageArray(spec, dimensions, dataset, layout.get(), dataset.blocks());
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

    private static String key(Association association, String name) {
        return association.groupName() + "/" + name;
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
                    stored(array),
                    array.dimensions().z()));
        }
        return new Unfinished(slices);
    }

    /** None where the index of its chunks is broken, which whoever reads the array is told. */
    private static int stored(ImageArray array) throws IOException {
        try {
            return array.storedSlices();
        } catch (FileContentException e) {
            return 0;
        }
    }

    public Map<String, StoredDataset> fieldDatasets() {
        return Collections.unmodifiableMap(fields);
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
        for (Map.Entry<String, StoredDataset> field : fields.entrySet()) {
            try {
                read.add(ImageFields.read(field.getKey(), field.getValue()));
            } catch (FileContentException e) {
                broken.accept(new UnreadableArray(Association.FIELD, field.getKey(), e));
            }
        }
        return List.copyOf(read);
    }

    public List<ActiveArray> active() {
        List<ArraySpec> specs = new ArrayList<>();
        for (ImageArray array : arrays.values()) {
            specs.add(array.spec());
        }
        return active.of(specs);
    }

    public List<UnreadableArray> unreadable() {
        return List.copyOf(unreadable.values());
    }

    /** About arrays without values, as VTK writes the cell arrays of flat images. */
    public List<SourceNote> notes() {
        return empty.values().stream()
                .map(Throwable::getMessage)
                .map(SourceNote::ofImage)
                .toList();
    }

    /** A point or cell array that can be read. */
    public Optional<ImageArray> find(Association association, String name) {
        return Optional.ofNullable(arrays.get(key(association, name)));
    }

    /** A field array, unless there is none of that name that can be read. */
    public Optional<FieldArray> findField(String name) throws IOException {
        StoredDataset field = fields.get(name);
        return field == null ? Optional.empty() : Optional.of(ImageFields.read(name, field));
    }

    /**
     * Why {@link #find} or {@link #findField} found nothing.
     *
     * @throws FileContentException if the array is there and cannot be read, or has no values
     */
    public IllegalArgumentException missing(Association association, String name) throws FileContentException {
        String key = key(association, name);
        if (unreadable.containsKey(key)) {
            throw unreadable.get(key).reason();
        } else if (empty.containsKey(key)) {
            throw empty.get(key);
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
