package io.vtkhdf.cli;

import io.vtkhdf.copy.SelectedArrays;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSource;
import java.nio.file.Path;
import java.util.List;

/**
 * The arrays that {@code --array} names: {@code NAME}, {@code point:NAME} or {@code cell:NAME}; all if none is named.
 */
record ArraySelection(List<String> names) {

    /**
     * @throws IllegalArgumentException if the image has no such array
     * @throws UnsupportedFileException if one that is wanted may be among those that cannot be read
     */
    ImageSource of(Path file, ImageSource image) throws UnsupportedFileException {
        List<ArraySpec> arrays = image.arrays();
        List<String> missing = names.stream()
                .filter(name -> arrays.stream().noneMatch(array -> isNamed(array, name)))
                .toList();
        List<String> leftOut = image.unsupportedArrays();
        if ((names.isEmpty() || !missing.isEmpty()) && !leftOut.isEmpty()) {
            throw LeftOut.failure(file, leftOut);
        } else if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": no array '" + missing.get(0) + "', expected " + ArrayNames.list(arrays));
        }
        return new SelectedArrays(
                image,
                arrays.stream()
                        .filter(array -> names.isEmpty() || names.stream().anyMatch(name -> isNamed(array, name)))
                        .toList());
    }

    private static boolean isNamed(ArraySpec array, String name) {
        return new ArrayName(name).isOf(array);
    }
}
