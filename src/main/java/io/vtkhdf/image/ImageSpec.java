package io.vtkhdf.image;

import java.util.List;

/**
 * All of an image but the values of its point and cell arrays. Immutable.
 *
 * @param arrays the point and cell arrays
 * @param fields the field arrays, whole
 * @param active the roles of the point and cell arrays
 */
public record ImageSpec(
        ImageGeometry geometry, List<ArraySpec> arrays, List<FieldArray> fields, List<ActiveArray> active) {

    public ImageSpec {
        arrays = List.copyOf(arrays);
        fields = List.copyOf(fields);
        active = List.copyOf(active);
    }
}
