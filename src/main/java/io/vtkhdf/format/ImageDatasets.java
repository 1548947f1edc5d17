package io.vtkhdf.format;

import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.List;

/** The datasets that hold the arrays of an image. */
public final class ImageDatasets {

    private static final byte[] ZEROS = {};

    private ImageDatasets() {}

    /**
     * That of an array, all of it or a part.
     *
     * @param size along each axis of the dataset
     * @param attributes the names of its components, see {@link ComponentNames}
     */
    public static Dataset ofArray(ArraySpec spec, long[] size, Layout layout, List<Attribute> attributes) {
        FillValue fill = new FillValue(spec.type());
        Dataset dataset = new Dataset(Datatypes.of(spec.type()), size, layout, fill.isZero() ? ZEROS : fill.value());
        attributes.forEach(dataset::set);
        return dataset;
    }

    /** That of a field array, whose values are written at once. */
    public static Dataset ofField(Hdf5Writer file, FieldArray field, List<Attribute> attributes) throws IOException {
        Dataset dataset =
                field.isStrings() ? file.appendStrings(field.asStrings().values()) : numbers(file, field);
        attributes.forEach(dataset::set);
        return dataset;
    }

    private static Dataset numbers(Hdf5Writer file, FieldArray field) throws IOException {
        ScalarType type = field.asNumbers().type();
        long[] shape =
                field.components() == 1 ? new long[] {field.tuples()} : new long[] {field.tuples(), field.components()};
        return file.appendDataset(
                Datatypes.of(type), shape, type.toBytes(field.asNumbers().values()));
    }
}
