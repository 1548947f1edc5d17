package io.vtkhdf.copy;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.source.ImageSource;
import java.util.ArrayList;
import java.util.List;

/** What a target makes of an image, in words. */
final class Changes {

    private Changes() {}

    /** @param why completes the sentence "stored as '…', since" */
    static List<String> ofNames(ImageSource image, SeriesTarget target, String why) {
        List<String> changes = new ArrayList<>();
        for (ArraySpec array : image.arrays()) {
            add(changes, array.association(), array.name(), target, why);
        }
        for (FieldArray field : image.fields()) {
            add(changes, Association.FIELD, field.name(), target, why);
        }
        return changes;
    }

    private static void add(
            List<String> changes, Association association, String name, SeriesTarget target, String why) {
        String stored = target.storedName(name);
        if (!stored.equals(name)) {
            changes.add(association.groupName() + " " + ShownText.quoted(name) + ": stored as "
                    + ShownText.quoted(stored) + ", since " + why);
        }
    }
}
