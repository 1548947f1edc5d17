package io.vtkhdf.copy;

import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file that holds one array, and nothing else but perhaps where it lies. */
interface ArrayTarget extends SeriesTarget {

    /** Such as {@code .npy}. */
    String kind();

    @Override
    default Path writtenFile() {
        return OutputFile.partOf(file());
    }

    @Override
    default boolean keepsNames() {
        return false;
    }

    @Override
    default String storedName(String name) {
        return name;
    }

    @Override
    default ImageGeometry storedGeometry(ImageGeometry geometry) {
        return geometry;
    }

    @Override
    default TargetLayout layout(ArraySpec array, ImageGeometry geometry) {
        long bytes = Math.multiplyExact(geometry.dimensions(array.association()).count(), (long) array.tupleSize());
        return new TargetLayout("contiguous", Optional.empty(), List.of(), bytes);
    }

    @Override
    default ImageSource storable(ImageSource image) {
        return SelectedArrays.withFields(image, List.of());
    }

    @Override
    default List<String> changes(ImageSource image) {
        List<String> changes = new ArrayList<>();
        for (FieldArray field : image.fields()) {
            if (!keeps(field)) {
                changes.add(Association.FIELD.groupName() + " '" + field.name() + "': left out, since a " + kind()
                        + " file holds one array");
            }
        }
        return changes;
    }

    /** Whether what a field array tells has a place in the header. */
    default boolean keeps(FieldArray field) {
        return false;
    }

    @Override
    default void requireWritable(ImageSource image) throws IOException {
        if (image.arrays().size() != 1) {
            throw new IllegalArgumentException(
                    file() + ": found " + image.arrays().size() + " arrays, expected one, as a " + kind()
                            + " file holds; --array NAME chooses one");
        }
    }
}
