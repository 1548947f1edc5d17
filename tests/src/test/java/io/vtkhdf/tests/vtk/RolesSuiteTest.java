package io.vtkhdf.tests.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ArrayRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vtk.vtkFloatArray;
import vtk.vtkObject;
import vtk.vtkPointData;

/** Which arrays VTK lets have which role. */
class RolesSuiteTest extends VtkSuite {

    /** VTK warns of each that it refuses. */
    @BeforeEach
    void beQuiet() {
        new vtkObject().GlobalWarningDisplayOff();
    }

    @AfterEach
    void beLoud() {
        new vtkObject().GlobalWarningDisplayOn();
    }

    @ParameterizedTest
    @EnumSource
    void isForTheArraysThatVtkGivesItTo(ArrayRole role) {
        for (int components = 1; components <= 10; components++) {
            vtkFloatArray array = new vtkFloatArray();
            array.SetName("a");
            array.SetNumberOfComponents(components);
            array.SetNumberOfTuples(2);
            vtkPointData data = new vtkPointData();
            data.AddArray(array);
            boolean given = data.SetActiveAttribute("a", number(role)) >= 0;
            assertEquals(given, role.suits(components), role + " of " + components);
        }
    }

    /** As in vtkDataSetAttributes.h. */
    private static int number(ArrayRole role) {
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
