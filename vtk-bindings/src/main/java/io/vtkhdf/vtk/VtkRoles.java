package io.vtkhdf.vtk;

import io.vtkhdf.image.ArrayRole;
import java.util.Optional;

/** The values of vtkDataSetAttributes::AttributeTypes. */
final class VtkRoles {

    private VtkRoles() {}

    static int number(ArrayRole role) {
        return switch (role) {
            case SCALARS -> 0;
            case VECTORS -> 1;
            case NORMALS -> 2;
            case TCOORDS -> 3;
            case TENSORS -> 4;
            case GLOBAL_IDS -> 5;
            case PEDIGREE_IDS -> 6;
            case TANGENTS -> 8;
        };
    }

    /** Empty for the roles of other data than images: edge flags, rational weights, degrees. */
    static Optional<ArrayRole> of(int number) {
        for (ArrayRole role : ArrayRole.values()) {
            if (number(role) == number) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
