package io.vtkhdf.tests.vtk;

import io.vtkhdf.ActiveAttribute;
import io.vtkhdf.Association;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.ScalarType;
import io.vtkhdf.tests.Bits;
import io.vtkhdf.tests.RandomArray;
import io.vtkhdf.tests.RandomImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.stream.IntStream;
import vtk.vtkBitArray;
import vtk.vtkDataSetAttributes;
import vtk.vtkFieldData;
import vtk.vtkIdTypeArray;
import vtk.vtkImageData;
import vtk.vtkStringArray;
import vtk.vtkXMLImageDataWriter;

/** Random images as VTK's objects, and as .vti files that VTK writes. */
final class VtkImages {

    private VtkImages() {}

    static void write(RandomImage image, XmlMode mode, Path file) {
        write(image(image, mode), mode, file);
    }

    /** The image as it comes through VTK's writer and reader in that mode, with kinds of arrays that only VTK has. */
    static vtkImageData image(RandomImage image, XmlMode mode) {
        vtkImageData data = image(image, mode.data() == XmlMode.Data.ASCII);
        addOddities(data.GetPointData(), data.GetNumberOfPoints());
        addOddities(data.GetCellData(), data.GetNumberOfCells());
        return data;
    }

    private static void addOddities(vtkDataSetAttributes target, long tuples) {
        for (int i = 0; i < target.GetNumberOfArrays(); i++) {
            for (int c = 0; c < target.GetArray(i).GetNumberOfComponents(); c += 2) {
                target.GetArray(i).SetComponentName(c, "c " + c + " ü");
            }
        }
        vtkBitArray bits = new vtkBitArray();
        bits.SetName("odd bits");
        bits.SetNumberOfComponents(3);
        bits.SetNumberOfTuples(tuples);
        vtkIdTypeArray ids = new vtkIdTypeArray();
        ids.SetName("odd ids");
        ids.SetNumberOfTuples(tuples);
        for (long i = 0; i < tuples; i++) {
            ids.SetValue(i, i * i * 0x123456789L);
            for (int c = 0; c < 3; c++) {
                bits.SetComponent(i, c, (i * i + c) % 5 % 2);
            }
        }
        target.AddArray(bits);
        target.AddArray(ids);
    }

    static void write(vtkImageData image, XmlMode mode, Path file) {
        write(image, image.GetExtent(), mode, file);
    }

    /** Writes a part of the image. */
    static void write(vtkImageData image, int[] extent, XmlMode mode, Path file) {
        vtkXMLImageDataWriter writer = new vtkXMLImageDataWriter();
        writer.SetFileName(file.toString());
        writer.SetInputData(image);
        writer.SetWriteExtent(extent);
        mode.applyTo(writer);
        if (writer.Write() != 1) {
            throw new AssertionError("VTK has not written " + file);
        }
    }

    private static vtkImageData image(RandomImage image, boolean isFinite) {
        vtkImageData data = new vtkImageData();
        ImageGeometry geometry = image.geometry();
        data.SetExtent(geometry.extent().toArray());
        data.SetOrigin(geometry.origin().toArray());
        data.SetSpacing(geometry.spacing().toArray());
        data.SetDirectionMatrix(geometry.direction().toArray());
        for (RandomArray array : image.arrays()) {
            boolean isPoint = array.spec().association() == Association.POINT;
            add(array, isFinite, isPoint ? data.GetPointData() : data.GetCellData());
        }
        image.fields().forEach(field -> add(field, isFinite, data.GetFieldData()));
        image.active().forEach(active -> {
            vtkDataSetAttributes target =
                    active.association() == Association.POINT ? data.GetPointData() : data.GetCellData();
            target.SetActiveAttribute(xmlName(active.arrayName()), roleNumber(target, active.role()));
        });
        return data;
    }

    /** VTK's own number of a role. */
    static int roleNumber(vtkDataSetAttributes data, ActiveAttribute role) {
        return IntStream.range(0, 9)
                .filter(i -> role.vtkName().equals(data.GetAttributeTypeAsString(i)))
                .findFirst()
                .orElseThrow();
    }

    private static void add(RandomArray array, boolean isFinite, vtkFieldData target) {
        ScalarType type = array.spec().type();
        byte[] bytes = isFinite ? finite(array.bytes(), type) : array.bytes();
        target.AddArray(
                VtkValues.array(xmlName(array.spec().name()), type, array.spec().components(), bytes));
    }

    private static void add(FieldArray field, boolean isFinite, vtkFieldData target) {
        if (field.isStrings()) {
            vtkStringArray strings = new vtkStringArray();
            strings.SetName(xmlName(field.name()));
            field.strings().forEach(strings::InsertNextValue);
            target.AddArray(strings);
            return;
        }
        ScalarType type = field.type().orElseThrow();
        byte[] bytes = Bits.of(field.values());
        target.AddArray(VtkValues.array(
                xmlName(field.name()), type, field.components(), isFinite ? finite(bytes, type) : bytes));
    }

    /** Infinities and NaNs made 0: VTK writes them in a way that it does not read. */
    private static byte[] finite(byte[] littleEndian, ScalarType type) {
        byte[] finite = littleEndian.clone();
        ByteBuffer buffer = ByteBuffer.wrap(finite).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < finite.length; at += type.size()) {
            if (type == ScalarType.FLOAT32 && !Float.isFinite(buffer.getFloat(at))) {
                buffer.putFloat(at, 0);
            } else if (type == ScalarType.FLOAT64 && !Double.isFinite(buffer.getDouble(at))) {
                buffer.putDouble(at, 0);
            }
        }
        return finite;
    }

    /** Without the characters that VTK forgets to escape. */
    private static String xmlName(String name) {
        return name.replaceAll("[<>&\"'\\t]", "+");
    }
}
