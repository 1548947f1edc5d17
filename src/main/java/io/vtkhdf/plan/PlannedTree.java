package io.vtkhdf.plan;

import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.format.ImageDatasets;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.hdf5.write.GrowingDataset;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.store.ConstantField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The tree of a finished file, made before its values are there: object for object what the writers of images and of
 * series make at their end. To be used in this order: {@link #begin}, fields, arrays, {@link #finish}.
 */
final class PlannedTree {

    private final Hdf5Writer file;
    private final ImageTree tree;
    private final double[] times;
    private final List<ConstantField> constants = new ArrayList<>();

    private PlannedTree(Hdf5Writer file, ImageTree tree, double[] times) {
        this.file = file;
        this.tree = tree;
        this.times = times;
    }

    /**
     * Commits an image without arrays, as the writers do first.
     *
     * @param times of the steps; none of an image
     */
    static PlannedTree begin(Hdf5Writer file, ImageGeometry geometry, double... times) throws IOException {
        ImageTree tree = new ImageTree(geometry);
        file.commit(tree.root());
        tree.open(Optional.empty());
        return new PlannedTree(file, tree, times);
    }

    void addFields(List<FieldArray> fields) throws IOException {
        for (FieldArray field : fields) {
            List<Attribute> names = ComponentNames.attributes(field.name(), field.componentNames());
            if (times.length > 0) {
                constants.add(ConstantField.write(file, field, names));
            } else {
                tree.put(Association.FIELD, field.name(), ImageDatasets.ofField(file, field, names));
            }
        }
    }

    /** Adds an array that is laid out like this, all of its steps. */
    void addArray(ArrayShape shape, Layout layout) {
        ArraySpec spec = shape.spec();
        long[] size = times.length < 2
                ? shape.hdf5()
                : LongStream.concat(LongStream.of(times.length), LongStream.of(shape.hdf5()))
                        .toArray();
        Dataset dataset = ImageDatasets.ofArray(
                spec, size, layout, ComponentNames.attributes(spec.name(), spec.componentNames()));
        tree.put(spec.association(), spec.name(), dataset);
    }

    /** Adds what is to be added behind the arrays. */
    ImageTree finish(List<ActiveArray> active) throws IOException {
        if (times.length > 0) {
            addTimes();
        }
        for (ConstantField field : constants) {
            field.addTo(tree, times.length);
        }
        active.forEach(tree::setActive);
        tree.finish();
        return tree;
    }

    private void addTimes() throws IOException {
        GrowingDataset timeValues = new GrowingDataset(file, Datatype.float64(), 0, 1);
        timeValues.append(ScalarType.FLOAT64.toBytes(times));
        if (times.length > 1) {
            tree.setSteps(times.length, timeValues.dataset());
        } else {
            tree.put(Association.FIELD, TimeValue.NAME, timeValues.dataset());
        }
    }
}
