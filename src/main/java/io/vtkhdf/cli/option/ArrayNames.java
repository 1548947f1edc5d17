package io.vtkhdf.cli.option;

import io.vtkhdf.copy.KnownArrays;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSource;
import java.nio.file.Path;
import java.util.List;

/** Finds the array that a name stands for. */
public final class ArrayNames {

    private ArrayNames() {}

    /**
     * The only one of an image that is called so.
     *
     * @param file for errors
     * @throws IllegalArgumentException if there is none, or several
     * @throws FileContentException if it cannot be read
     */
    public static ArraySpec one(Path file, ImageSource image, String name) throws FileContentException {
        List<ArraySpec> arrays = image.arrays();
        List<ArraySpec> found =
                arrays.stream().filter(new ArrayName(name)::isOf).toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    file + ": found several arrays " + ShownText.quoted(name) + ", expected point:NAME or cell:NAME");
        } else if (found.isEmpty()) {
            LeftOut.requireNone(file.toString(), LeftOut.named(image.unreadable(), List.of(name)), arrays);
            throw new IllegalArgumentException(KnownArrays.missing(file.toString(), name, arrays));
        }
        return found.get(0);
    }
}
