package io.vtkhdf.cli.option;

import io.vtkhdf.copy.KnownArrays;
import io.vtkhdf.copy.SelectedArrays;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSource;
import java.util.List;

/**
 * The arrays that {@code --array} names: {@code NAME}, {@code point:NAME} or {@code cell:NAME}; all if none is named.
 *
 * @param excluded the names of those that are left out of these; {@code field:NAME} is a field array
 */
public record ArraySelection(List<String> names, List<String> excluded) {

    public ArraySelection(List<String> names) {
        this(names, List.of());
    }

    /**
     * The image with these arrays. One of a kind that cannot be read costs nobody the others, unless it is asked for by
     * its name; one that is broken does, since it has values that are lost.
     *
     * @throws IllegalArgumentException if the image has no such array
     * @throws FileContentException if one that is wanted cannot be read, or none can
     */
    public ImageSource of(String file, ImageSource image) throws FileContentException {
        List<ArraySpec> arrays = image.arrays();
        List<String> missing = names.stream()
                .filter(name -> arrays.stream().noneMatch(array -> isNamed(array, name)))
                .toList();
        List<UnreadableArray> leftOut = image.unreadable().stream()
                .filter(array -> !isExcluded(array.association(), array.name()))
                .toList();
        LeftOut.requireNone(file, names.isEmpty() ? costly(arrays, leftOut) : LeftOut.named(leftOut, missing), arrays);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(KnownArrays.missing(file, missing.get(0), arrays));
        }
        requireExcludable(file, image);
        ImageSource selected = new SelectedArrays(
                image,
                arrays.stream()
                        .filter(array -> names.isEmpty() || names.stream().anyMatch(name -> isNamed(array, name)))
                        .filter(array -> !isExcluded(array.association(), array.name()))
                        .toList());
        List<FieldArray> fields = image.fields().stream()
                .filter(field -> !isExcluded(Association.FIELD, field.name()))
                .toList();
        return fields.size() == image.fields().size() ? selected : SelectedArrays.withFields(selected, fields);
    }

    private static List<UnreadableArray> costly(List<ArraySpec> arrays, List<UnreadableArray> leftOut) {
        return leftOut.stream()
                .filter(array -> array.isBroken() || arrays.isEmpty() && array.association() != Association.FIELD)
                .toList();
    }

    private void requireExcludable(String file, ImageSource image) {
        for (String name : excluded) {
            boolean isThere = image.arrays().stream().anyMatch(array -> isNamed(array, name))
                    || image.fields().stream().anyMatch(field -> isOf(name, Association.FIELD, field.name()))
                    || image.unreadable().stream().anyMatch(array -> isOf(name, array.association(), array.name()));
            if (!isThere) {
                throw new IllegalArgumentException(KnownArrays.missing(file, name, image.arrays()));
            }
        }
    }

    private boolean isExcluded(Association association, String name) {
        return excluded.stream().anyMatch(text -> isOf(text, association, name));
    }

    /** A field array only if it is named as one: else it would go with the array of its name. */
    private static boolean isOf(String text, Association association, String name) {
        return association == Association.FIELD
                ? text.equals("field:" + name)
                : new ArrayName(text).isOf(association, name);
    }

    private static boolean isNamed(ArraySpec array, String name) {
        return new ArrayName(name).isOf(array);
    }
}
