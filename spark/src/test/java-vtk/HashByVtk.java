import java.util.Arrays;
import java.util.List;
import vtk.vtkDoubleArray;
import vtk.vtkFloatArray;
import vtk.vtkHDFReader;
import vtk.vtkImageData;
import vtk.vtkNativeLibrary;

/** Tells what VTK reads of a sample: hashes of the values of its point arrays. Compiled by the java that runs it. */
public final class HashByVtk {

    private HashByVtk() {}

    public static void main(String[] files) {
        for (String module : List.of(
                "CommonCore",
                "CommonMath",
                "CommonMisc",
                "CommonSystem",
                "CommonTransforms",
                "CommonDataModel",
                "CommonExecutionModel",
                "IOHDF")) {
            // For its own classes: those that are compiled here have another loader.
            vtkNativeLibrary.valueOf("vtk" + module).LoadLibrary();
        }
        for (String file : files) {
            vtkHDFReader reader = new vtkHDFReader();
            reader.SetFileName(file);
            reader.Update();
            vtkImageData image = (vtkImageData) reader.GetOutputDataObject(0);
            float[] density = ((vtkFloatArray) image.GetPointData().GetArray("density")).GetJavaArray();
            double[] velocity = ((vtkDoubleArray) image.GetPointData().GetArray("velocity")).GetJavaArray();
            System.out.println(Arrays.hashCode(density) + " " + Arrays.hashCode(velocity));
        }
    }
}
