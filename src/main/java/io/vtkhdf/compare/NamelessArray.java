package io.vtkhdf.compare;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import io.vtkhdf.volume.VolumeSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An image of one point array, as it is read from a file that has values, and no names, roles and fields. */
record NamelessArray(ImageSource image, ArraySpec array) implements ImageSource {

    /** Empty if it holds something else: samples are points. */
    static Optional<ImageSource> of(ImageSource image) {
        List<ArraySpec> arrays = image.arrays();
        return arrays.size() == 1 && arrays.get(0).association() == Association.POINT
                ? Optional.of(new NamelessArray(image, arrays.get(0)))
                : Optional.empty();
    }

    @Override
    public ImageGeometry geometry() {
        return image.geometry();
    }

    @Override
    public List<ArraySpec> arrays() {
        return List.of(new ArraySpec(Association.POINT, VolumeSource.NAME, array.type(), array.components()));
    }

    @Override
    public List<FieldArray> fields() {
        return List.of();
    }

    @Override
    public List<ActiveArray> activeArrays() {
        return List.of();
    }

    @Override
    public void requireUnchanged() throws IOException {
        image.requireUnchanged();
    }

    @Override
    public int slabThickness(ArraySpec of) {
        return image.slabThickness(array);
    }

    @Override
    public SlabReader open(ArraySpec of) throws IOException {
        return image.open(array);
    }

    @Override
    public void close() throws IOException {
        image.close();
    }
}
