package io.vtkhdf.write.store;

import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.format.Datatypes;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.ByteWriter;
import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.ContiguousLayout;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.hdf5.write.GrowingDataset;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A field array that is the same at all steps, in the form that most of VTK's readers take for what it is: its place is
 * 0 at every step, which is what a dataset reads as that has no space; a list of numbers is one tuple of as many
 * components. Not thread-safe.
 */
public final class ConstantField {

    private static final byte[] ZEROS = {};

    private final Hdf5Writer file;
    private final FieldArray values;
    private final Datatype type;
    private final ContiguousLayout layout;
    private final List<Attribute> attributes;
    private final boolean isFound;
    /** Null until more than one tuple is told of. */
    private GrowingDataset sizes;

    private ConstantField(
            Hdf5Writer file, FieldArray values, List<Attribute> attributes, ContiguousLayout layout, boolean isFound) {
        this.file = file;
        this.values = values;
        this.type = values.isStrings()
                ? Datatype.variableLengthString()
                : Datatypes.of(values.asNumbers().type());
        this.attributes = attributes;
        this.layout = layout;
        this.isFound = isFound;
    }

    /** Writes the values. */
    public static ConstantField write(Hdf5Writer file, FieldArray values, List<Attribute> attributes)
            throws IOException {
        return write(file, values, attributes, false);
    }

    private static ConstantField write(Hdf5Writer file, FieldArray values, List<Attribute> attributes, boolean isFound)
            throws IOException {
        ByteBuffer bytes = values.isStrings()
                ? file.appendTexts(values.asStrings().values())
                : values.asNumbers().type().toBytes(values.asNumbers().values());
        int size = bytes.remaining();
        return new ConstantField(file, values, attributes, new ContiguousLayout(file.append(bytes), size), isFound);
    }

    /** What is the same at all steps of a file that is gone on with. */
    public static ConstantField found(Hdf5Writer file, FieldArray values) throws IOException {
        return write(file, values, ComponentNames.attributes(values.name(), values.componentNames()), true);
    }

    public FieldArray values() {
        return values;
    }

    /** Whether it holds the same values, be it that a list has been read as the one tuple it is stored as. */
    public boolean isSameAs(FieldArray other) {
        return asList(values).isSameAs(asList(other));
    }

    /** The values, as a list if those that follow are one, and a list is stored so. */
    public FieldArray valuesFor(FieldArray next) {
        return next.components() == 1 && next.tuples() > 1 ? asList(values) : values;
    }

    private static FieldArray asList(FieldArray field) {
        boolean isList = !field.isStrings()
                && field.tuples() == 1
                && field.componentNames().isEmpty();
        return isList
                ? FieldArray.ofNumbers(
                        field.name(),
                        field.asNumbers().type(),
                        1,
                        field.asNumbers().values())
                : field;
    }

    /** Whether it comes from the file, and nobody has said yet that it is the same at all steps. */
    public boolean isFound() {
        return isFound;
    }

    /** The same, of which somebody has said so. */
    public ConstantField given() {
        return new ConstantField(file, values, attributes, layout, false);
    }

    /** Adds it to a tree of so many settled steps. */
    public void addTo(ImageTree tree, int steps) throws IOException {
        tree.put(Association.FIELD, values.name(), dataset(steps < 2 ? plainShape() : portableShape()));
        if (steps < 2) {
            return;
        }
        Dataset zeros = new Dataset(
                Datatype.signed(Long.BYTES),
                new long[] {steps},
                new ContiguousLayout(ByteWriter.UNDEFINED_ADDRESS, (long) steps * Long.BYTES),
                ZEROS);
        tree.putOffsets(Association.FIELD, values.name(), zeros);
        if (!isOneTuple()) {
            tree.putSizes(values.name(), sizes(steps));
        }
    }

    private boolean isOneTuple() {
        return values.tuples() == 1 || !values.isStrings() && values.components() == 1;
    }

    private Dataset sizes(int steps) throws IOException {
        if (sizes == null) {
            sizes = new GrowingDataset(file, Datatype.signed(Long.BYTES), 2, 1);
        }
        while (sizes.rows() < steps) {
            sizes.append(ScalarType.INT64.toBytes(new long[] {values.components(), values.tuples()}));
        }
        return sizes.dataset();
    }

    private long[] plainShape() {
        return values.components() == 1
                ? new long[] {values.tuples()}
                : new long[] {values.tuples(), values.components()};
    }

    private long[] portableShape() {
        boolean isList = !values.isStrings() && values.components() == 1 && values.tuples() > 1;
        return isList ? new long[] {1, values.tuples()} : plainShape();
    }

    private Dataset dataset(long[] shape) {
        Dataset dataset = new Dataset(type, shape, layout, ZEROS);
        attributes.forEach(dataset::set);
        return dataset;
    }
}
