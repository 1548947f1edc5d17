package io.vtkhdf.input;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.SourceNote;
import java.util.Set;

/** What becomes of an array that is not offered as its file holds it, in the same words for every format. */
public final class ArrayChanges {

    public static final String BITS = "bits become bytes of 0 and 1, of type UInt8";
    public static final String IDS = "values of type vtkIdType become Int64";
    public static final String COLOURS = "colours, written as numbers from 0 to 1, become UInt8, from 0 to 255";

    /** VTK derives these from the values and writes them with every array. */
    private static final Set<String> DERIVED = Set.of("L2_NORM_RANGE", "L2_NORM_FINITE_RANGE");

    private ArrayChanges() {}

    /** Whether an information key of an array tells more than its values do. */
    public static boolean isLostKey(String key) {
        return !DERIVED.contains(key);
    }

    /** @param place the array, as errors name it */
    public static SourceNote keyLeftOut(InputPlace place, Association association, String name, String key) {
        return note(place, association, name, "the information key " + ShownText.quoted(key) + " is left out");
    }

    /** @param place the array, as errors name it */
    public static SourceNote note(InputPlace place, Association association, String name, String change) {
        return SourceNote.ofArray(association, name, place.file().path() + ": " + place.array() + ": " + change);
    }
}
