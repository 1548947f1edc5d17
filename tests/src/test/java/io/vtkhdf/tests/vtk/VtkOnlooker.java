package io.vtkhdf.tests.vtk;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.tests.reliability.Onlooker;
import io.vtkhdf.tests.reliability.SliceSets;
import io.vtkhdf.tests.reliability.Specimen;
import io.vtkhdf.tests.reliability.SpecimenArray;
import java.nio.file.Path;
import java.util.Arrays;
import vtk.vtkDataArray;
import vtk.vtkImageData;
import vtk.vtkPointData;

/** What vtkHDFReader sees of a specimen's points. */
record VtkOnlooker(Specimen specimen) implements Onlooker {

    @Override
    public SliceSets slicesOf(Path file) {
        vtkImageData image = VtkFiles.readHdf(file);
        SliceSets slices = new SliceSets();
        vtkPointData points = image.GetPointData();
        for (int i = 0; i < points.GetNumberOfArrays(); i++) {
            add(points.GetArray(i), slices);
        }
        VtkLibrary.deleteAll();
        return slices;
    }

    private void add(vtkDataArray stored, SliceSets slices) {
        SpecimenArray array = specimen.array(stored.GetName());
        Dimensions dimensions = specimen.geometry().dimensions();
        byte[] values = VtkValues.bytes(stored);
        int size = values.length / dimensions.z();
        for (int k = 0; k < dimensions.z(); k++) {
            byte[] slice = Arrays.copyOfRange(values, k * size, (k + 1) * size);
            if (specimen.isWritten(array, k, array.seen(dimensions, k, slice))) {
                slices.add(stored.GetName(), k);
            }
        }
    }
}
