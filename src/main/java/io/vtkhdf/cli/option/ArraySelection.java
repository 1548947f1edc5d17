package io.vtkhdf.cli.option;

import io.vtkhdf.copy.SelectedArrays;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSource;
import java.nio.file.Path;
import java.util.List;

/**
 * The arrays that {@code --array} names: {@code NAME}, {@code point:NAME} or {@code cell:NAME}; all if none is named.
 */
public record ArraySelection(List<String> names) {

    /**
     * The image with these arrays. One of a kind that cannot be read costs nobody the others, unless it is asked for by
     * its name; one that is broken does, since it has values that are lost.
     *
     * @throws IllegalArgumentException if the image has no such array
     * @throws FileContentException if one that is wanted cannot be read, or none can
     */
    public ImageSource of(Path file, ImageSource image) throws FileContentException {
        List<ArraySpec> arrays = image.arrays();
        List<String> missing = names.stream()
                .filter(name -> arrays.stream().noneMatch(array -> isNamed(array, name)))
                .toList();
        List<UnreadableArray> leftOut = image.unreadable();
        LeftOut.requireNone(file, names.isEmpty() ? costly(arrays, leftOut) : LeftOut.named(leftOut, missing), arrays);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": no array '" + missing.get(0) + "', expected " + ArrayNames.list(arrays));
        }
        return new SelectedArrays(
                image,
                arrays.stream()
                        .filter(array -> names.isEmpty() || names.stream().anyMatch(name -> isNamed(array, name)))
                        .toList());
    }

    private static List<UnreadableArray> costly(List<ArraySpec> arrays, List<UnreadableArray> leftOut) {
        return leftOut.stream()
                .filter(array -> array.isBroken() || arrays.isEmpty() && array.association() != Association.FIELD)
                .toList();
    }

    private static boolean isNamed(ArraySpec array, String name) {
        return new ArrayName(name).isOf(array);
    }
}
