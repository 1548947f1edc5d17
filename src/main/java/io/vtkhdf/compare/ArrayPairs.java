package io.vtkhdf.compare;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Names;
import io.vtkhdf.source.ImageSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the array of one image that is another's: the one of its name, else the one of the name that it has where one
 * of them was stored as VTKHDF ({@link Names#stored}), unless there are several of those.
 */
final class ArrayPairs {

    private final Named<ArraySpec> ownArrays;
    private final Named<ArraySpec> otherArrays;
    private final Named<FieldArray> ownFields;
    private final Named<FieldArray> otherFields;

    private ArrayPairs(
            Named<ArraySpec> ownArrays,
            Named<ArraySpec> otherArrays,
            Named<FieldArray> ownFields,
            Named<FieldArray> otherFields) {
        this.ownArrays = ownArrays;
        this.otherArrays = otherArrays;
        this.ownFields = ownFields;
        this.otherFields = otherFields;
    }

    static ArrayPairs of(ImageSource own, ImageSource other) {
        return new ArrayPairs(arrays(own), arrays(other), fields(own), fields(other));
    }

    /** Finds the arrays of the first image, given those of the second. */
    ArrayPairs reversed() {
        return new ArrayPairs(otherArrays, ownArrays, otherFields, ownFields);
    }

    Optional<ArraySpec> find(ArraySpec array) {
        return find(new Key(array.association(), array.name()), ownArrays, otherArrays);
    }

    Optional<FieldArray> find(FieldArray field) {
        return find(new Key(Association.FIELD, field.name()), ownFields, otherFields);
    }

    private static Named<ArraySpec> arrays(ImageSource source) {
        return Named.of(source.arrays(), array -> new Key(array.association(), array.name()));
    }

    private static Named<FieldArray> fields(ImageSource source) {
        return Named.of(source.fields(), field -> new Key(Association.FIELD, field.name()));
    }

    private static <T> Optional<T> find(Key key, Named<T> own, Named<T> other) {
        T same = other.byName.get(key);
        if (same != null) {
            return Optional.of(same);
        }
        Key stored = key.stored();
        return own.byStoredName.getOrDefault(stored, Optional.empty()).isPresent()
                ? other.byStoredName.getOrDefault(stored, Optional.empty())
                : Optional.empty();
    }

    private record Key(Association association, String name) {

        Key stored() {
            return new Key(association, Names.stored(name));
        }

        // Those of a record are made at run time, which takes as long as comparing two small images.

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.association == association && key.name.equals(name);
        }

        @Override
        public int hashCode() {
            return 31 * association.ordinal() + name.hashCode();
        }
    }

    /** @param byStoredName empty where several have one */
    private record Named<T>(Map<Key, T> byName, Map<Key, Optional<T>> byStoredName) {

        static <T> Named<T> of(List<T> arrays, Function<T, Key> keyOf) {
            Named<T> named = new Named<>(new HashMap<>(), new HashMap<>());
            for (T array : arrays) {
                Key key = keyOf.apply(array);
                named.byName.putIfAbsent(key, array);
                named.byStoredName.merge(key.stored(), Optional.of(array), (one, another) -> Optional.empty());
            }
            return named;
        }
    }
}
