package io.vtkhdf.write.store;

import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.format.Datatypes;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.hdf5.write.GrowingDataset;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A field array that each step has values of its own of: all of them one after the other, where each step's begin, and
 * how many they are if some step has another number of tuples than one. Not thread-safe.
 */
public final class SeriesField {

    /** Texts wait until so many bytes are together, or a commit: a collection of a heap takes no less. */
    private static final int HEAP_BYTES = 3 << 10;

    private final Hdf5Writer file;
    private final String name;
    private final Datatype type;
    private final String typeName;
    private final int components;
    private final List<Attribute> attributes;
    private final GrowingDataset data;
    private final GrowingDataset offsets;
    /** Null as long as each step has one tuple. */
    private GrowingDataset sizes;

    private final List<String> waiting = new ArrayList<>();
    private long waitingBytes;

    private SeriesField(Hdf5Writer file, FieldArray first, List<Attribute> attributes) {
        this.file = file;
        this.name = first.name();
        this.typeName = first.typeName();
        this.components = first.components();
        this.type = first.isStrings()
                ? Datatype.variableLengthString()
                : Datatypes.of(first.asNumbers().type());
        this.attributes = attributes;
        this.data = new GrowingDataset(file, type, components == 1 ? 0 : components, first.tuples());
        this.offsets = new GrowingDataset(file, Datatype.signed(Long.BYTES), 0, 1);
    }

    /**
     * A field array without values.
     *
     * @param first whose form all values have
     */
    public static SeriesField of(Hdf5Writer file, FieldArray first) {
        return new SeriesField(file, first, ComponentNames.attributes(first.name(), first.componentNames()));
    }

    /** Such as {@code Float64 of 3 components}. */
    public String form() {
        return form(typeName, components);
    }

    /** Such as {@code Float64 of 3 components}. */
    public static String form(FieldArray field) {
        return form(field.typeName(), field.components());
    }

    private static String form(String typeName, int components) {
        return typeName + " of " + components + (components == 1 ? " component" : " components");
    }

    /** The values of the next step. */
    public void settle(FieldArray values) throws IOException {
        settleAt(rows(), values.tuples());
        add(values);
    }

    /** Values that steps have which {@link #settleAt} tells of. */
    public void add(FieldArray values) throws IOException {
        if (!values.isStrings()) {
            data.append(values.asNumbers().type().toBytes(values.asNumbers().values()));
            return;
        }
        for (String text : values.asStrings().values()) {
            waiting.add(text);
            waitingBytes += text.length();
            if (waitingBytes >= HEAP_BYTES) {
                flush();
            }
        }
    }

    /** The next step has some of the values. */
    public void settleAt(long first, long tuples) throws IOException {
        if (tuples != 1 && sizes == null) {
            sizes = new GrowingDataset(file, Datatype.signed(Long.BYTES), 2, 1);
            for (long step = 0; step < offsets.rows(); step++) {
                sizes.append(ScalarType.INT64.toBytes(new long[] {components, 1}));
            }
        }
        if (sizes != null) {
            sizes.append(ScalarType.INT64.toBytes(new long[] {components, tuples}));
        }
        offsets.append(ScalarType.INT64.toBytes(new long[] {first}));
    }

    private long rows() {
        return data.rows() + waiting.size();
    }

    private void flush() throws IOException {
        data.append(file.appendTexts(waiting));
        waiting.clear();
        waitingBytes = 0;
    }

    /** Adds what there is of so many settled steps, at least one. */
    public void addTo(ImageTree tree, int steps) throws IOException {
        if (!waiting.isEmpty()) {
            flush();
        }
        Dataset dataset = data.dataset();
        attributes.forEach(dataset::set);
        tree.put(Association.FIELD, name, dataset);
        if (steps < 2) {
            return;
        }
        tree.putOffsets(Association.FIELD, name, offsets.dataset());
        if (sizes != null) {
            tree.putSizes(name, sizes.dataset());
        }
    }
}
