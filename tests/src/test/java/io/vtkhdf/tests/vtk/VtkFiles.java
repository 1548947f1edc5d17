package io.vtkhdf.tests.vtk;

import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Vector3;
import java.nio.file.Path;
import vtk.vtkHDFReader;
import vtk.vtkImageData;
import vtk.vtkStructuredPointsReader;
import vtk.vtkXMLImageDataReader;
import vtk.vtkXMLPImageDataReader;

/** Files as VTK's own readers see them. */
final class VtkFiles {

    private VtkFiles() {}

    /** Only for files that VTK 9.1 can read: others may crash the whole process. */
    static vtkImageData readHdf(Path file) {
        vtkHDFReader reader = new vtkHDFReader();
        reader.SetFileName(file.toString());
        if (reader.CanReadFile(file.toString()) != 1) {
            throw new AssertionError("vtkHDFReader says that it cannot read " + file);
        }
        reader.Update();
        return (vtkImageData) reader.GetOutputDataObject(0);
    }

    static vtkImageData readXml(Path file) {
        vtkXMLImageDataReader reader = new vtkXMLImageDataReader();
        reader.SetFileName(file.toString());
        if (reader.CanReadFile(file.toString()) != 1) {
            throw new AssertionError("vtkXMLImageDataReader says that it cannot read " + file);
        }
        reader.Update();
        return (vtkImageData) reader.GetOutputDataObject(0);
    }

    static vtkImageData readLegacy(Path file) {
        vtkStructuredPointsReader reader = new vtkStructuredPointsReader();
        reader.SetFileName(file.toString());
        if (reader.IsFileStructuredPoints() != 1) {
            throw new AssertionError("vtkStructuredPointsReader says that it cannot read " + file);
        }
        reader.ReadAllScalarsOn();
        reader.ReadAllVectorsOn();
        reader.ReadAllNormalsOn();
        reader.ReadAllTensorsOn();
        reader.ReadAllColorScalarsOn();
        reader.ReadAllTCoordsOn();
        reader.ReadAllFieldsOn();
        reader.Update();
        return (vtkImageData) reader.GetOutputDataObject(0);
    }

    static vtkImageData readParallelXml(Path file) {
        vtkXMLPImageDataReader reader = new vtkXMLPImageDataReader();
        reader.SetFileName(file.toString());
        if (reader.CanReadFile(file.toString()) != 1) {
            throw new AssertionError("vtkXMLPImageDataReader says that it cannot read " + file);
        }
        reader.Update();
        return (vtkImageData) reader.GetOutputDataObject(0);
    }

    /** By VTK's reader of the format that the name ends in. */
    static vtkImageData read(Path file) {
        return file.toString().endsWith(".vtk") ? readLegacy(file) : readXml(file);
    }

    static ImageGeometry geometry(vtkImageData image) {
        int[] e = image.GetExtent();
        double[] origin = image.GetOrigin();
        double[] spacing = image.GetSpacing();
        return new ImageGeometry(
                new Extent(e[0], e[1], e[2], e[3], e[4], e[5]),
                new Vector3(origin[0], origin[1], origin[2]),
                new Vector3(spacing[0], spacing[1], spacing[2]),
                Direction.of(image.GetDirectionMatrix().GetData()));
    }
}
