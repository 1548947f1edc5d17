import vtk.vtkDataArray;
import vtk.vtkDoubleArray;
import vtk.vtkFloatArray;
import vtk.vtkIdTypeArray;
import vtk.vtkImageData;
import vtk.vtkIntArray;
import vtk.vtkNativeLibrary;
import vtk.vtkShortArray;
import vtk.vtkSignedCharArray;
import vtk.vtkStringArray;
import vtk.vtkUnsignedCharArray;
import vtk.vtkUnsignedLongArray;
import vtk.vtkXMLImageDataWriter;

/**
 * Writes the files of this folder with VTK's own writer: java -cp VTK_JAR -Djava.library.path=JNI_FOLDER MakeVtiFixtures.java
 * OUTPUT_FOLDER. Made with VTK 9.1. The values are those that VtiGoldenTest states.
 */
public final class MakeVtiFixtures {

    private static final String[] MODES = {"ascii", "base64", "raw", "appended-base64"};
    /** Each after those it needs. */
    private static final String[] MODULES = {
        "CommonCore", "CommonMath", "CommonMisc", "CommonSystem", "CommonTransforms", "CommonDataModel",
        "CommonExecutionModel", "IOCore", "IOXMLParser", "IOXML"
    };

    public static void main(String[] arguments) {
        for (String module : MODULES) {
            vtkNativeLibrary.valueOf("vtk" + module).LoadLibrary();
        }
        for (String mode : MODES) {
            write(arguments[0] + "/" + mode + "-u32-big.vti", mode, false, 32, true);
            write(arguments[0] + "/" + mode + "-u64-little.vti", mode, false, 64, false);
            write(arguments[0] + "/" + mode + "-zlib-u64-big.vti", mode, true, 64, true);
            write(arguments[0] + "/" + mode + "-zlib-u32-little.vti", mode, true, 32, false);
        }
        System.exit(0);
    }

    private static void write(String file, String mode, boolean zlib, int headerBits, boolean bigEndian) {
        vtkXMLImageDataWriter writer = new vtkXMLImageDataWriter();
        writer.SetFileName(file);
        writer.SetInputData(image());
        if (mode.equals("ascii")) {
            writer.SetDataModeToAscii();
        } else if (mode.equals("base64")) {
            writer.SetDataModeToBinary();
        } else {
            writer.SetDataModeToAppended();
            writer.SetEncodeAppendedData(!mode.equals("raw"));
        }
        if (zlib) {
            writer.SetCompressorTypeToZLib();
        } else {
            writer.SetCompressorTypeToNone();
        }
        if (headerBits == 32) {
            writer.SetHeaderTypeToUInt32();
        } else {
            writer.SetHeaderTypeToUInt64();
        }
        if (bigEndian) {
            writer.SetByteOrderToBigEndian();
        } else {
            writer.SetByteOrderToLittleEndian();
        }
        writer.Write();
    }

    private static vtkImageData image() {
        vtkImageData image = new vtkImageData();
        image.SetExtent(-2, 2, 3, 6, 0, 2);
        image.SetOrigin(0.5, -1, 2);
        image.SetSpacing(0.1, 0.2, 0.3);
        image.SetDirectionMatrix(0, -1, 0, 1, 0, 0, 0, 0, 1);
        int points = 5 * 4 * 3;
        int cells = 4 * 3 * 2;
        add(image, true, new vtkFloatArray(), "density", 1, points);
        add(image, true, new vtkDoubleArray(), "velocity", 3, points);
        add(image, true, new vtkUnsignedCharArray(), "mask", 1, points);
        add(image, true, new vtkSignedCharArray(), "offset", 1, points);
        add(image, true, new vtkIdTypeArray(), "ids", 1, points);
        image.GetPointData().SetActiveScalars("density");
        image.GetPointData().SetActiveVectors("velocity");
        add(image, false, new vtkShortArray(), "material 2", 2, cells);
        add(image, false, new vtkUnsignedLongArray(), "größe", 1, cells);
        image.GetCellData().SetActiveScalars("größe");
        vtkDoubleArray time = new vtkDoubleArray();
        time.SetName("TimeValue");
        time.InsertNextValue(12.5);
        image.GetFieldData().AddArray(time);
        vtkIntArray steps = new vtkIntArray();
        steps.SetName("steps");
        steps.SetNumberOfComponents(2);
        steps.InsertNextTuple2(1, -2);
        steps.InsertNextTuple2(3, -4);
        steps.InsertNextTuple2(5, -6);
        image.GetFieldData().AddArray(steps);
        vtkStringArray notes = new vtkStringArray();
        notes.SetName("notes");
        notes.InsertNextValue("first");
        notes.InsertNextValue("");
        notes.InsertNextValue("größer");
        image.GetFieldData().AddArray(notes);
        return image;
    }

    /** Value i of the array is (i * 7 - 20) / 4 in floating point, (i * 7) % 120 in integers. */
    private static void add(vtkImageData image, boolean point, vtkDataArray array, String name, int components, int tuples) {
        boolean floating = array instanceof vtkFloatArray || array instanceof vtkDoubleArray;
        array.SetName(name);
        array.SetNumberOfComponents(components);
        array.SetNumberOfTuples(tuples);
        for (int i = 0; i < tuples * components; i++) {
            array.SetComponent(i / components, i % components, floating ? (i * 7 - 20) / 4.0 : (i * 7) % 120);
        }
        if (point) {
            image.GetPointData().AddArray(array);
        } else {
            image.GetCellData().AddArray(array);
        }
    }
}
