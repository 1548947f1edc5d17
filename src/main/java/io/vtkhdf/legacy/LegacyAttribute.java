package io.vtkhdf.legacy;

import io.vtkhdf.image.ArrayRole;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The keywords that begin an array of point or cell data. The first array of a role is the active one. */
enum LegacyAttribute {
    SCALARS(ArrayRole.SCALARS),
    COLOR_SCALARS(ArrayRole.SCALARS),
    TEXTURE_COORDINATES(ArrayRole.TCOORDS),
    VECTORS(ArrayRole.VECTORS, 3),
    NORMALS(ArrayRole.NORMALS, 3),
    TENSORS(ArrayRole.TENSORS, 9),
    TENSORS6(ArrayRole.TENSORS, 6),
    GLOBAL_IDS(ArrayRole.GLOBAL_IDS, 1),
    PEDIGREE_IDS(ArrayRole.PEDIGREE_IDS, 1),
    EDGE_FLAGS(null, 1);

    private final ArrayRole role;
    private final int components;

    LegacyAttribute(ArrayRole role) {
        this(role, 0);
    }

    LegacyAttribute(ArrayRole role, int components) {
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
    Optional<ArrayRole> role() {
        return Optional.ofNullable(role);
    }

    /** The number of components, where the file does not say it. */
    int components() {
        return components;
    }
}
