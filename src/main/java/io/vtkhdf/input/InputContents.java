package io.vtkhdf.input;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import java.util.List;

/** What a file offers, see the methods of {@link io.vtkhdf.source.ImageSource} of these names. */
public record InputContents(
        ImageGeometry geometry,
        List<ArraySpec> arrays,
        List<FieldArray> fields,
        List<ActiveArray> activeArrays,
        List<UnreadableArray> unreadable,
        List<SourceNote> notes) {

    public InputContents {
        arrays = List.copyOf(arrays);
        fields = List.copyOf(fields);
        activeArrays = List.copyOf(activeArrays);
        unreadable = List.copyOf(unreadable);
        notes = List.copyOf(notes);
    }
}
