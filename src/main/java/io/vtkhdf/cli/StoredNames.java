package io.vtkhdf.cli;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.source.ImageSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The names that arrays get in the output, which may be those of others. */
final class StoredNames {

    private StoredNames() {}

    /** Makes sure that no two of the arrays, nor two fields, get one name. */
    static void requireDistinct(String file, ImageSource image, UnaryOperator<String> naming)
            throws UnsupportedFileException {
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            List<String> names = image.arrays().stream()
                    .filter(array -> array.association() == association)
                    .map(ArraySpec::name)
                    .toList();
            requireDistinct(file, association, names, naming, "; --array NAME chooses one");
        }
        List<String> fields = image.fields().stream().map(FieldArray::name).toList();
        requireDistinct(file, Association.FIELD, fields, naming, "");
    }

    private static void requireDistinct(
            String file, Association association, List<String> names, UnaryOperator<String> naming, String advice)
            throws UnsupportedFileException {
        Map<String, String> byStoredName = new HashMap<>();
        for (String name : names) {
            String stored = naming.apply(name);
            String other = byStoredName.put(stored, name);
            if (other != null) {
                throw new UnsupportedFileException(
                        file,
                        association.groupName(),
                        "the arrays '" + other + "' and '" + name + "', which would both be stored as '" + stored + "'",
                        "names that still differ in OUTPUT" + advice);
            }
        }
    }
}
