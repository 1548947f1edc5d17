package io.vtkhdf.copy;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import java.util.List;
import java.util.Optional;

/**
 * Makes sure that one image of several is like the first.
 *
 * @param name of the image, for errors
 * @param first that of the first one
 * @param reason why they are to be alike, such as {@code all steps of a series are alike}
 */
public record Likeness(String name, String first, String reason) {

    /** @throws UnsupportedFileException if it lies elsewhere, or has another form */
    public void requireSameGeometry(ImageGeometry found, ImageGeometry expected) throws UnsupportedFileException {
        requireSame("extent", found.extent(), expected.extent());
        requireSame("origin", found.origin(), expected.origin());
        requireSame("spacing", found.spacing(), expected.spacing());
        requireSame("direction", found.direction(), expected.direction());
    }

    /** @throws UnsupportedFileException if it has other arrays, or one of another type or number of components */
    public void requireSameArrays(List<ArraySpec> found, List<ArraySpec> expected) throws UnsupportedFileException {
        for (ArraySpec array : expected) {
            String place = place(array);
            ArraySpec other = like(array, found).orElseThrow(() -> differs(place, "no such array", "one"));
            requireSame(place, describe(other), describe(array));
            requireSame("component names of " + place, other.componentNames(), array.componentNames());
        }
        for (ArraySpec array : found) {
            if (like(array, expected).isEmpty()) {
                throw differs(place(array), "an array", "none");
            }
        }
    }

    private static Optional<ArraySpec> like(ArraySpec array, List<ArraySpec> among) {
        return among.stream()
                .filter(other -> other.association() == array.association()
                        && other.name().equals(array.name()))
                .findFirst();
    }

    private static String place(ArraySpec array) {
        return array.association().groupName() + " " + ShownText.quoted(array.name());
    }

    private static String describe(ArraySpec array) {
        return array.components() + " x " + array.type().vtkName();
    }

    /** @throws UnsupportedFileException if one is not the other */
    public void requireSame(String place, Object found, Object expected) throws UnsupportedFileException {
        if (!found.equals(expected)) {
            throw differs(place, found.toString(), expected.toString());
        }
    }

    private UnsupportedFileException differs(String place, String found, String expected) {
        return new UnsupportedFileException(name, place, found, expected + " as in " + first + ": " + reason);
    }
}
