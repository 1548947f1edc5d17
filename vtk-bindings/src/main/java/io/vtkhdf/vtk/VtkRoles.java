package io.vtkhdf.vtk;

import io.vtkhdf.ActiveArray;
import io.vtkhdf.ActiveAttribute;
import io.vtkhdf.Association;
import io.vtkhdf.VtkhdfReader;
import io.vtkhdf.VtkhdfWriter;
import java.io.IOException;
import vtk.vtkAbstractArray;
import vtk.vtkDataSetAttributes;
import vtk.vtkImageData;

/** The active arrays of point and cell data. */
final class VtkRoles {

    private VtkRoles() {}

    static void write(vtkDataSetAttributes data, Association association, VtkhdfWriter writer) throws IOException {
        for (ActiveAttribute role : ActiveAttribute.values()) {
            vtkAbstractArray active = data.GetAbstractAttribute(vtkRole(role));
            if (active != null) {
                writer.setActive(new ActiveArray(association, role, active.GetName()));
            }
        }
    }

    static void read(VtkhdfReader reader, vtkImageData image) {
        for (ActiveArray active : reader.activeArrays()) {
            VtkArrays.attributes(image, active.association())
                    .SetActiveAttribute(active.arrayName(), vtkRole(active.role()));
        }
    }

    /** The value in vtkDataSetAttributes::AttributeTypes. */
    private static int vtkRole(ActiveAttribute role) {
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
}
