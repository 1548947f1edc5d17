package io.vtkhdf.image;

import io.vtkhdf.error.ShownText;
import java.util.List;

/** The names of arrays and of their components. */
public final class Names {

    private Names() {}

    /** The name that an array of this name gets in the file: as in VTK, {@code /} and {@code .} become {@code _}. */
    public static String stored(String name) {
        return name.replace('/', '_').replace('.', '_');
    }

    /** @throws IllegalArgumentException if it is empty */
    static void require(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an array needs a name, found an empty one");
        }
    }

    /**
     * The names of an array's components as they are kept: none if all are empty.
     *
     * @throws IllegalArgumentException if there are some, but not one for each component
     */
    static List<String> ofComponents(String array, int components, List<String> names) {
        if (!names.isEmpty() && names.size() != components) {
            throw new IllegalArgumentException(ShownText.quoted(array) + ": found " + names.size()
                    + " component names, expected one for each of the " + components + " components");
        }
        for (String name : names) {
            if (!name.isEmpty()) {
                return List.copyOf(names);
            }
        }
        return List.of();
    }
}
