package io.vtkhdf.tests.vtk;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.copy.VtkhdfTarget;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.tests.Bits;
import io.vtkhdf.tests.RandomArray;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import vtk.vtkDataArray;
import vtk.vtkFieldData;
import vtk.vtkImageData;
import vtk.vtkPointData;
import vtk.vtkStringArray;

/**
 * Holds a .vti or .vtk file as we read it, and what it is converted to, against what VTK's own reader says of the file.
 */
final class ConversionJudge {

    private ConversionJudge() {}

    static void judge(Path original, Path converted) throws IOException {
        vtkImageData expected = VtkFiles.read(original);
        ImageGeometry geometry = VtkFiles.geometry(expected);
        try (ImageSource source = ImageSources.open(original)) {
            new SourceJudge(expected, UnaryOperator.identity()).judge(geometry, source);
            new Converter(source)
                    .copyTo(new VtkhdfTarget(converted, WriteOptions.defaults().withOverwrite(true)));
        }
        if (isReadableByVtk(expected)) {
            judgeByVtk(expected.GetPointData(), VtkFiles.readHdf(converted));
        }
        dropEmptyLists(expected.GetFieldData());
        try (ImageSource source = new VtkhdfSource(ImageDataReader.open(converted))) {
            new SourceJudge(expected, RandomArray::storedName).judge(geometry.zeroBased(), source);
        }
    }

    /** Of strings: no VTK reads them in VTKHDF, so they are left out there. */
    private static void dropEmptyLists(vtkFieldData fields) {
        for (int i = fields.GetNumberOfArrays() - 1; i >= 0; i--) {
            if (fields.GetAbstractArray(i) instanceof vtkStringArray strings && strings.GetNumberOfValues() == 0) {
                fields.RemoveArray(i);
            }
        }
    }

    /** By VTK 9.1, without an error or a crash. */
    private static boolean isReadableByVtk(vtkImageData image) {
        int[] d = image.GetDimensions();
        return d[1] > 1
                && d[2] > 1
                && image.GetCellData().GetNumberOfArrays() == 0
                && image.GetFieldData().GetNumberOfArrays() == 0;
    }

    private static void judgeByVtk(vtkPointData expected, vtkImageData found) {
        for (int i = 0; i < expected.GetNumberOfArrays(); i++) {
            vtkDataArray array = expected.GetArray(i);
            String name = RandomArray.storedName(array.GetName());
            byte[] values = VtkValues.bytes(found.GetPointData().GetArray(name));
            Bits.requireEqual(VtkValues.bytes(array), values, "vtkHDFReader, " + name);
        }
    }
}
