package io.vtkhdf.image;

import io.vtkhdf.error.ShownText;
import java.util.Objects;

/** One array of the point or cell data in one of VTK's roles. */
public record ActiveArray(Association association, ArrayRole role, String arrayName) {

    /** @throws IllegalArgumentException with {@link Association#FIELD}, whose arrays have no roles */
    public ActiveArray {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(arrayName, "arrayName");
        if (association == Association.FIELD) {
            throw new IllegalArgumentException(ShownText.quoted(arrayName) + ": a field array cannot be active");
        }
    }
}
