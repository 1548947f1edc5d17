package io.vtkhdf.cli;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Association;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageSource;
import io.vtkhdf.UnsupportedFileException;
import io.vtkhdf.VtkhdfWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that arrays get in the output, which may be those of others. */
final class StoredNames {

    private StoredNames() {}

    /** Makes sure that no two of the arrays, nor two fields, get one name. */
    static void requireDistinct(Path file, ImageSource source, List<ArraySpec> arrays) throws UnsupportedFileException {
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            List<String> names = arrays.stream()
                    .filter(array -> array.association() == association)
                    .map(ArraySpec::name)
                    .toList();
            requireDistinct(file, association, names, "; --array NAME chooses one");
        }
        List<String> fields = source.fields().stream().map(FieldArray::name).toList();
        requireDistinct(file, Association.FIELD, fields, "");
    }

    private static void requireDistinct(Path file, Association association, List<String> names, String advice)
            throws UnsupportedFileException {
        Map<String, String> byStoredName = new HashMap<>();
        for (String name : names) {
            String stored = VtkhdfWriter.storedName(name);
            String other = byStoredName.put(stored, name);
            if (other != null) {
                throw new UnsupportedFileException(
                        file,
                        association.groupName(),
                        "the arrays '" + other + "' and '" + name + "', which would both be stored as '" + stored + "'",
                        "names that still differ when / and . become _" + advice);
            }
        }
    }
}
