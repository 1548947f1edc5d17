package io.vtkhdf.tests.vtk;

import io.vtkhdf.tests.MatrixAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vtk.vtkAbstractArray;
import vtk.vtkDataArray;
import vtk.vtkFieldData;
import vtk.vtkHDFReader;
import vtk.vtkImageData;
import vtk.vtkInformation;
import vtk.vtkOutputWindow;
import vtk.vtkStreamingDemandDrivenPipeline;
import vtk.vtkStringArray;
import vtk.vtkStringOutputWindow;

/** Says what vtkHDFReader makes of files, in this JVM. */
final class MatrixReader {

    private MatrixReader() {}

    public static void main(String[] args) throws IOException {
        VtkLibrary.load();
        MatrixAnswer.serve(MatrixReader::read);
        // VTK's objects die with the process: their finalizers have been seen to crash it.
        Runtime.getRuntime().halt(0);
    }

    private static void read(String path, MatrixAnswer answer) throws IOException {
        vtkStringOutputWindow window = new vtkStringOutputWindow();
        new vtkOutputWindow().SetInstance(window);
        boolean canRead = new vtkHDFReader().CanReadFile(path) == 1;
        vtkHDFReader reader = new vtkHDFReader();
        reader.SetFileName(path);
        reader.UpdateInformation();
        vtkInformation information = reader.GetOutputInformation(0);
        vtkStreamingDemandDrivenPipeline pipeline = new vtkStreamingDemandDrivenPipeline();
        int times = information.Has(pipeline.TIME_STEPS()) == 1 ? information.Length(pipeline.TIME_STEPS()) : 0;
        for (int i = 0; i < Math.max(times, 1); i++) {
            if (times > 0) {
                information.Set(pipeline.UPDATE_TIME_STEP(), information.Get(pipeline.TIME_STEPS(), i));
            }
            reader.Update();
            // A reader that has failed leaves an extent that ends before it begins.
            if (reader.GetOutputDataObject(0) instanceof vtkImageData image
                    && image.GetExtent()[1] >= image.GetExtent()[0]) {
                if (times > 0) {
                    answer.beginStep(information.Get(pipeline.TIME_STEPS(), i), VtkFiles.geometry(image));
                } else {
                    answer.beginStep(VtkFiles.geometry(image));
                }
                arrays(image, answer);
                answer.endStep();
            }
        }
        answer.verdict(canRead, window.GetOutput());
    }

    private static void arrays(vtkImageData image, MatrixAnswer answer) throws IOException {
        arrays("POINT", image.GetPointData(), answer);
        arrays("CELL", image.GetCellData(), answer);
        arrays("FIELD", image.GetFieldData(), answer);
    }

    private static void arrays(String association, vtkFieldData group, MatrixAnswer answer) throws IOException {
        for (int i = 0; i < group.GetNumberOfArrays(); i++) {
            vtkAbstractArray array = group.GetAbstractArray(i);
            if (array instanceof vtkStringArray strings) {
                answer.strings(array.GetName(), strings(strings));
            } else {
                vtkDataArray numbers = (vtkDataArray) array;
                answer.array(
                        association,
                        array.GetName(),
                        VtkValues.type(numbers).vtkName(),
                        array.GetNumberOfComponents(),
                        array.GetNumberOfTuples(),
                        VtkValues.bytes(numbers));
            }
        }
    }

    private static List<String> strings(vtkStringArray array) {
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < array.GetNumberOfValues(); i++) {
            strings.add(array.GetValue(i));
        }
        return strings;
    }
}
