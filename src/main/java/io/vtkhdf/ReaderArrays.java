package io.vtkhdf;

import io.vtkhdf.file.ShownText;
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
final class ReaderArrays {

    private final ReaderHeader header;
    private final List<ArrayReader> arrays = new ArrayList<>();
    private final Map<String, JhdfDataset> fields = new LinkedHashMap<>();
    private final Map<String, VtkhdfException> leftOut = new TreeMap<>();
    private final Map<String, VtkhdfException> empty = new TreeMap<>();
    private final ReaderActive active = new ReaderActive();
    private long fieldSize;

    ReaderArrays(ReaderHeader header, JhdfLinks links) throws IOException {
        this.header = header;
        for (Association association : Association.values()) {
            Optional<JhdfObject> group = links.get(association.groupName());
            if (group.isPresent() && !group.get().isDataset()) {
                readGroup(association, group.get());
            }
        }
    }

    private void readGroup(Association association, JhdfObject group) throws IOException {
        JhdfLinks links = JhdfLinks.of(group);
        for (String name : links.names()) {
            try {
                Optional<JhdfObject> object = links.get(name);
                if (!name.isEmpty() && object.isPresent() && object.get().isDataset()) {
                    readDataset(association, name, object.get());
                }
            } catch (VtkhdfException e) {
                leftOut.put(key(association, name), e);
            }
        }
        if (association != Association.FIELD) {
            active.addGroup(association, group);
        }
    }

    private void readDataset(Association association, String name, JhdfObject object) throws IOException {
        JhdfDataset dataset = JhdfDataset.of(object);
        if (association == Association.FIELD) {
            fieldSize += ReaderFields.requireSupported(dataset, JhdfStorage.mostMemory() - fieldSize);
            fields.put(name, dataset);
            return;
        }
        if (dataset.size() == 0) {
            empty.put(
                    key(association, name),
                    dataset.file().unsupported(dataset.path(), "an empty dataset", "values; it is left out"));
            return;
        }
        ArrayReader array = array(association, name, dataset);
        active.addArray(association, name, object);
        arrays.add(array);
    }

    private ArrayReader array(Association association, String name, JhdfDataset dataset) throws IOException {
        ScalarType type = dataset.numbers().type();
        long[] shape = dataset.shape();
        Dimensions dimensions = header.geometry().dimensions(association);
        int[] extent = header.geometry().extent().toArray();
        Optional<ReaderLayout> layout =
                ReaderLayout.find(shape, dimensions, new int[] {extent[0], extent[2], extent[4]}, header.oneStep());
        if (layout.isEmpty()) {
            throw dataset.file()
                    .unsupported(
                            dataset.path(),
                            "a dataset of shape " + Arrays.toString(shape) + " (slowest axis first)",
                            "one that holds " + dimensions + " tuples (x, y, z)");
        }
        int components = layout.get().components();
        ArraySpec spec = new ArraySpec(association, name, type, components, ComponentNames.read(dataset, components));
        return new ArrayReader(spec, dimensions, dataset, layout.get());
    }

    private static String key(Association association, String name) {
        return association.groupName() + "/" + name;
    }

    List<ArrayReader> arrays() {
        return List.copyOf(arrays);
    }

    Map<String, JhdfDataset> fieldDatasets() {
        return Collections.unmodifiableMap(fields);
    }

    /** Reads the field arrays but those that cannot be, which {@code broken} is told of. */
    List<FieldArray> fields(Consumer<VtkhdfException> broken) throws IOException {
        List<FieldArray> read = new ArrayList<>();
        for (Map.Entry<String, JhdfDataset> field : fields.entrySet()) {
            try {
                read.add(ReaderFields.read(field.getKey(), field.getValue()));
            } catch (VtkhdfException e) {
                broken.accept(e);
            }
        }
        return List.copyOf(read);
    }

    List<ActiveArray> active() {
        List<ArraySpec> specs = new ArrayList<>();
        for (ArrayReader array : arrays) {
            specs.add(array.spec());
        }
        return active.of(specs);
    }

    List<String> unsupported() {
        return leftOut.values().stream().map(Throwable::getMessage).toList();
    }

    /** About arrays without values, as VTK writes the cell arrays of flat images. */
    List<SourceNote> notes() {
        return empty.values().stream()
                .map(Throwable::getMessage)
                .map(SourceNote::ofImage)
                .toList();
    }

    ArrayReader require(Association association, String name) throws VtkhdfException {
        for (ArrayReader array : arrays) {
            if (array.spec().association() == association && array.spec().name().equals(name)) {
                return array;
            }
        }
        String key = key(association, name);
        VtkhdfException reason = leftOut.getOrDefault(key, empty.get(key));
        if (reason != null) {
            throw reason;
        }
        List<String> names = arrays.stream()
                .map(ArrayReader::spec)
                .filter(spec -> spec.association() == association)
                .map(spec -> ShownText.quoted(spec.name()))
                .toList();
        throw new IllegalArgumentException(
                "no array " + ShownText.quoted(name) + " in " + association.groupName() + ", found " + names);
    }
}
