package io.vtkhdf.tests.vtk;

import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
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
import vtk.vtkStructuredPointsWriter;
import vtk.vtkXMLImageDataWriter;

/** Random images as VTK's objects, and as .vti files that VTK writes. */
final class VtkImages {

    /** What floating-point numbers to write. */
    private enum Floats {
        ALL,
        /** Infinities and NaNs made 0: VTK writes them as text that it does not read. */
        FINITE,
        /** Also what six digits push out of the range of normal numbers, which C++ streams do not read. */
        NORMAL
    }

    private VtkImages() {}

    static void write(RandomImage image, XmlMode mode, Path file) {
        write(image(image, mode), mode, file);
    }

    /** The image as it comes through VTK's writer and reader in that mode, with kinds of arrays that only VTK has. */
    static vtkImageData image(RandomImage image, XmlMode mode) {
        vtkImageData data = image(image, mode.data() == XmlMode.Data.ASCII ? Floats.FINITE : Floats.ALL);
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

    static void write(RandomImage image, LegacyMode mode, Path file) {
        vtkStructuredPointsWriter writer = new vtkStructuredPointsWriter();
        writer.SetFileName(file.toString());
        vtkImageData data = image(image, mode.isBinary() ? Floats.ALL : Floats.NORMAL);
        data.SetDirectionMatrix(1, 0, 0, 0, 1, 0, 0, 0, 1);
        LegacyExtras.addTo(data, mode, image.seed());
        writer.SetInputData(data);
        mode.applyTo(writer);
        if (writer.Write() != 1) {
            throw new AssertionError("VTK has not written " + file);
        }
    }

    private static vtkImageData image(RandomImage image, Floats floats) {
        vtkImageData data = new vtkImageData();
        ImageGeometry geometry = image.geometry();
        data.SetExtent(geometry.extent().toArray());
        data.SetOrigin(geometry.origin().toArray());
        data.SetSpacing(geometry.spacing().toArray());
        data.SetDirectionMatrix(geometry.direction().toArray());
        for (RandomArray array : image.arrays()) {
            boolean isPoint = array.spec().association() == Association.POINT;
            add(array, floats, isPoint ? data.GetPointData() : data.GetCellData());
        }
        image.fields().forEach(field -> add(field, floats, data.GetFieldData()));
        image.active().forEach(active -> {
            vtkDataSetAttributes target =
                    active.association() == Association.POINT ? data.GetPointData() : data.GetCellData();
            target.SetActiveAttribute(xmlName(active.arrayName()), roleNumber(target, active.role()));
        });
        return data;
    }

    /** VTK's own number of a role. */
    static int roleNumber(vtkDataSetAttributes data, ArrayRole role) {
        return IntStream.range(0, 9)
                .filter(i -> role.vtkName().equals(data.GetAttributeTypeAsString(i)))
                .findFirst()
                .orElseThrow();
    }

    private static void add(RandomArray array, Floats floats, vtkFieldData target) {
        ScalarType type = array.spec().type();
        byte[] bytes = restricted(array.bytes(), type, floats);
        target.AddArray(
                VtkValues.array(xmlName(array.spec().name()), type, array.spec().components(), bytes));
    }

    private static void add(FieldArray field, Floats floats, vtkFieldData target) {
        if (field.isStrings()) {
            vtkStringArray strings = new vtkStringArray();
            strings.SetName(xmlName(field.name()));
            field.asStrings().values().forEach(strings::InsertNextValue);
            target.AddArray(strings);
            return;
        }
        ScalarType type = field.asNumbers().type();
        byte[] bytes = Bits.of(field.asNumbers().values());
        target.AddArray(
                VtkValues.array(xmlName(field.name()), type, field.components(), restricted(bytes, type, floats)));
    }

    private static byte[] restricted(byte[] littleEndian, ScalarType type, Floats floats) {
        byte[] restricted = littleEndian.clone();
        ByteBuffer buffer = ByteBuffer.wrap(restricted).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; floats != Floats.ALL && at < restricted.length; at += type.size()) {
            if (type == ScalarType.FLOAT32 && !isWithin(buffer.getFloat(at), 1e-36, 1e38, floats)) {
                buffer.putFloat(at, 0);
            } else if (type == ScalarType.FLOAT64 && !isWithin(buffer.getDouble(at), 1e-306, 1e308, floats)) {
                buffer.putDouble(at, 0);
            }
        }
        return restricted;
    }

    private static boolean isWithin(double value, double least, double most, Floats floats) {
        double magnitude = Math.abs(value);
        return Double.isFinite(value)
                && (floats == Floats.FINITE || magnitude == 0 || magnitude >= least && magnitude <= most);
    }

    /** Without the characters that VTK forgets to escape. */
    private static String xmlName(String name) {
        return name.replaceAll("[<>&\"'\\t]", "+");
    }
}
