package io.vtkhdf.format;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredFile;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The datasets of a file that are arrays, whatever the step, and those that cannot be at any. */
final class StoredArrays {

    private final ImageHeader header;
    private final Map<String, ImageArray> arrays = new LinkedHashMap<>();
    private final Map<String, ImageField> fields = new LinkedHashMap<>();
    private final Map<String, UnreadableArray> unreadable = new TreeMap<>();
    private final Map<String, FileContentException> empty = new TreeMap<>();
    private final Map<String, SourceNote> notes = new TreeMap<>();
    private final ImageRoles roles = new ImageRoles();

    StoredArrays(ImageHeader header, StoredLinks links) throws IOException {
        this.header = header;
        for (Association association : Association.values()) {
            Optional<StoredObject> group = links.get(association.groupName());
            if (group.isPresent() && !group.get().isDataset()) {
                readGroup(association, group.get());
            }
        }
    }

    static String key(Association association, String name) {
        return association.groupName() + "/" + name;
    }

    private void readGroup(Association association, StoredObject group) throws IOException {
        StoredLinks links = StoredLinks.of(group);
        for (String name : links.names()) {
            try {
                Optional<StoredObject> object = links.get(name);
                if (!name.isEmpty() && object.isEmpty()) {
                    leaveOut(association, name, group.file(), group.path() + "/" + name, "a link that leads nowhere");
                } else if (!name.isEmpty() && object.get().isDataset()) {
                    readDataset(association, name, object.get());
                }
            } catch (FileContentException e) {
                unreadable.put(key(association, name), new UnreadableArray(association, name, e));
            }
        }
        if (association != Association.FIELD) {
            roles.addGroup(association, group);
        }
    }

    private void readDataset(Association association, String name, StoredObject object) throws IOException {
        StoredDataset dataset = StoredDataset.of(object);
        if (association == Association.FIELD) {
            fields.put(name, field(name, dataset));
        } else if (dataset.size() == 0) {
            leaveOut(association, name, dataset.file(), dataset.path(), "an empty dataset");
        } else {
            ImageArray array = array(association, name, dataset);
            roles.addArray(association, name, object);
            arrays.put(key(association, name), array);
        }
    }

    private void leaveOut(Association association, String name, StoredFile file, String path, String found) {
        UnsupportedFileException nothing = file.unsupported(path, found, "values; it is left out");
        empty.put(key(association, name), nothing);
        notes.put(key(association, name), SourceNote.ofImage(nothing.getMessage()));
    }

    private ImageField field(String name, StoredDataset dataset) throws IOException {
        ImageFields.requireForm(dataset);
        if (!header.steps().isTimeSeries()) {
            return new ImageField(name, dataset, Optional.empty());
        }
        Optional<StepRows> places = header.steps().rows(name, dataset);
        if (places.isEmpty()) {
            String message = dataset.file().name() + ": " + dataset.path()
                    + ": found a field array of a time series without offsets, expected some; taken whole at each step";
            notes.put(key(Association.FIELD, name), SourceNote.ofArray(Association.FIELD, name, message));
        }
        return new ImageField(name, dataset, places);
    }

    private ImageArray array(Association association, String name, StoredDataset dataset) throws IOException {
        Dimensions dimensions = header.geometry().dimensions(association);
        AxisOrder axes = axes(dataset, dimensions);
        int components = axes.components();
        ImageArrays.requireTuples(dataset, components);
        ArraySpec spec = new ArraySpec(
                association, name, dataset.numbers().type(), components, ComponentNames.read(dataset, components));
        StepSlabs slabs = axes.time() < 0 ? StepSlabs.OWN : header.steps().slabs(association, name);
        return new ImageArray(spec, dimensions, dataset, axes, dataset.blocks(), slabs);
    }

    private AxisOrder axes(StoredDataset dataset, Dimensions dimensions) throws IOException {
        dataset.numbers();
        long[] shape = dataset.shape();
        int[] extent = header.geometry().extent().toArray();
        Steps steps = header.steps();
        Optional<AxisOrder> axes = AxisOrder.find(
                shape,
                dimensions,
                new int[] {extent[0], extent[2], extent[4]},
                AxisOrder.TimeAxis.ofSteps(steps.count()));
        if (axes.isEmpty()) {
            throw dataset.file()
                    .unsupported(
                            dataset.path(),
                            "a dataset of shape " + Arrays.toString(shape) + " (slowest axis first)",
                            "one that holds " + dimensions + " tuples (x, y, z)" + steps.expectation());
        }
        return axes.get();
    }

    /** The point and cell arrays, by key; none of them shown at a step. */
    Map<String, ImageArray> arrays() {
        return arrays;
    }

    /** By name. */
    Map<String, ImageField> fields() {
        return fields;
    }

    /** By key; the map is the caller's. */
    Map<String, UnreadableArray> unreadable() {
        return new TreeMap<>(unreadable);
    }

    /** Why arrays without values are left out, by key. */
    Map<String, FileContentException> empty() {
        return empty;
    }

    Map<String, SourceNote> notes() {
        return notes;
    }

    ImageRoles roles() {
        return roles;
    }
}
