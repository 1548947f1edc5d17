package io.vtkhdf.write;

import io.vtkhdf.image.FieldArray;
import java.util.Map;

/**
 * A step of which all was written, be it that chunks are still on their way to the file.
 *
 * @param arrays those that have a slab of their own; the others have that of the step before
 * @param fields by their names in the file
 */
record CompleteStep(double time, Map<String, StepArray> arrays, Map<String, FieldArray> fields) {

    /** Whether all of it stands in the file. */
    boolean isPlaced() {
        return arrays.values().stream().allMatch(array -> array.slab().isPlaced());
    }
}
