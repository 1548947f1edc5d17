package io.vtkhdf.convert;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageSource;
import io.vtkhdf.VtkhdfWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the array of one image that is another's: the one of its name, else the one of the name that it has where one
 * of them was stored as VTKHDF ({@link VtkhdfWriter#storedName}), unless there are several of those.
 */
final class ArrayPairs {

    private ArrayPairs() {}

    static Optional<ArraySpec> find(ArraySpec array, ImageSource own, ImageSource other) {
        return find(array.name(), alike(array, own), alike(array, other), ArraySpec::name);
    }

    private static List<ArraySpec> alike(ArraySpec array, ImageSource source) {
        return source.arrays().stream()
                .filter(candidate -> candidate.association() == array.association())
                .toList();
    }

    static Optional<FieldArray> find(FieldArray field, ImageSource own, ImageSource other) {
        return find(field.name(), own.fields(), other.fields(), FieldArray::name);
    }

    private static <T> Optional<T> find(String name, List<T> own, List<T> others, Function<T, String> nameOf) {
        Optional<T> same = others.stream()
                .filter(other -> nameOf.apply(other).equals(name))
                .findFirst();
        if (same.isPresent()) {
            return same;
        }
        List<T> renamed = storedAs(name, others, nameOf);
        boolean unique = renamed.size() == 1 && storedAs(name, own, nameOf).size() == 1;
        return unique ? Optional.of(renamed.get(0)) : Optional.empty();
    }

    private static <T> List<T> storedAs(String name, List<T> arrays, Function<T, String> nameOf) {
        String stored = VtkhdfWriter.storedName(name);
        return arrays.stream()
                .filter(array -> VtkhdfWriter.storedName(nameOf.apply(array)).equals(stored))
                .toList();
    }
}
