package io.vtkhdf.plan;

import io.vtkhdf.image.FieldArray;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a planned file says beside its arrays, and its plan does not.
 *
 * @param fields in the order in which they were given, which a file does not tell
 * @param times of the steps; none of an image
 */
record PlannedHead(List<FieldArray> fields, double... times) {

    static PlannedHead of(PlannedImage image, ImageDataReader reader) throws IOException {
        List<FieldArray> fields = new ArrayList<>();
        for (String name : image.form().fields()) {
            fields.add(reader.fieldArray(name));
        }
        return new PlannedHead(fields, image.isSeries() ? reader.times() : new double[0]);
    }
}
