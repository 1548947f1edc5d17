package io.vtkhdf.copy;

import io.vtkhdf.format.TimeValue;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.source.ImageSource;
import java.util.ArrayList;
import java.util.List;

/** An image that tells its time by the field array {@code TimeValue}, as those of VTK's writers do. */
public final class TimedImage {

    private TimedImage() {}

    public static ImageSource of(ImageSource image, double time) {
        List<FieldArray> fields = new ArrayList<>(image.fields());
        fields.removeIf(field -> field.name().equals(TimeValue.NAME));
        fields.add(FieldArray.of(TimeValue.NAME, time));
        return SelectedArrays.withFields(image, fields);
    }
}
