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

/** The point and cell arrays of a file, and the field arrays: what can be read, and what cannot and why. */
public final class ImageArrays {

    private final ImageHeader header;
    private final List<ImageArray> arrays = new ArrayList<>();
    private final Map<String, StoredDataset> fields = new LinkedHashMap<>();
    private final Map<String, FileContentException> leftOut = new TreeMap<>();
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
                leftOut.put(key(association, name), e);
            }
        }
        if (association != Association.FIELD) {
            active.addGroup(association, group);
        }
    }

    private void readDataset(Association association, String name, StoredObject object) throws IOException {
        StoredDataset dataset = StoredDataset.of(object);
        if (association == Association.FIELD) {
            fieldSize += ImageFields.requireSupported(dataset, BoundedBytes.mostMemory() - fieldSize);
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
        arrays.add(array);
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
        return List.copyOf(arrays);
    }

    /** For how many of their slices the file has all values. */
    public Unfinished slices() throws IOException {
        List<Unfinished.Slices> slices = new ArrayList<>();
        for (ImageArray array : arrays) {
            slices.add(new Unfinished.Slices(
                    array.spec().association(),
                    array.spec().name(),
                    array.storedSlices(),
                    array.dimensions().z()));
        }
        return new Unfinished(slices);
    }

    public Map<String, StoredDataset> fieldDatasets() {
        return Collections.unmodifiableMap(fields);
    }

    /** Reads the field arrays but those that cannot be, which {@code broken} is told of. */
    public List<FieldArray> fields(Consumer<FileContentException> broken) throws IOException {
        List<FieldArray> read = new ArrayList<>();
        for (Map.Entry<String, StoredDataset> field : fields.entrySet()) {
            try {
                read.add(ImageFields.read(field.getKey(), field.getValue()));
            } catch (FileContentException e) {
                broken.accept(e);
            }
        }
        return List.copyOf(read);
    }

    public List<ActiveArray> active() {
        List<ArraySpec> specs = new ArrayList<>();
        for (ImageArray array : arrays) {
            specs.add(array.spec());
        }
        return active.of(specs);
    }

    public List<String> unsupported() {
        return leftOut.values().stream().map(Throwable::getMessage).toList();
    }

    /** About arrays without values, as VTK writes the cell arrays of flat images. */
    public List<SourceNote> notes() {
        return empty.values().stream()
                .map(Throwable::getMessage)
                .map(SourceNote::ofImage)
                .toList();
    }

    public ImageArray require(Association association, String name) throws FileContentException {
        for (ImageArray array : arrays) {
            if (array.spec().association() == association && array.spec().name().equals(name)) {
                return array;
            }
        }
        String key = key(association, name);
        FileContentException reason = leftOut.getOrDefault(key, empty.get(key));
        if (reason != null) {
            throw reason;
        }
        List<String> names = arrays.stream()
                .map(ImageArray::spec)
                .filter(spec -> spec.association() == association)
                .map(spec -> ShownText.quoted(spec.name()))
                .toList();
        throw new IllegalArgumentException(
                "no array " + ShownText.quoted(name) + " in " + association.groupName() + ", found " + names);
    }
}
