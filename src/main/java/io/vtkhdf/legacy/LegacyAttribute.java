package io.vtkhdf.legacy;

import io.vtkhdf.ActiveAttribute;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The keywords that begin an array of point or cell data. The first array of a role is the active one. */
enum LegacyAttribute {
    SCALARS(ActiveAttribute.SCALARS),
    COLOR_SCALARS(ActiveAttribute.SCALARS),
    TEXTURE_COORDINATES(ActiveAttribute.TCOORDS),
    VECTORS(ActiveAttribute.VECTORS, 3),
    NORMALS(ActiveAttribute.NORMALS, 3),
    TENSORS(ActiveAttribute.TENSORS, 9),
    TENSORS6(ActiveAttribute.TENSORS, 6),
    GLOBAL_IDS(ActiveAttribute.GLOBAL_IDS, 1),
    PEDIGREE_IDS(ActiveAttribute.PEDIGREE_IDS, 1),
    EDGE_FLAGS(null, 1);

    private final ActiveAttribute role;
    private final int components;

    LegacyAttribute(ActiveAttribute role) {
        this(role, 0);
    }

    LegacyAttribute(ActiveAttribute role, int components) {
        this.role = role;
        this.components = components;
    }

    static Optional<LegacyAttribute> of(String keyword) {
        String name = keyword.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    /** Empty for a role that only VTK's unstructured data have a use for. */
    Optional<ActiveAttribute> role() {
        return Optional.ofNullable(role);
    }

    /** The number of components, where the file does not say it. */
    int components() {
        return components;
    }
}
