package io.vtkhdf.tests.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import io.vtkhdf.tests.Bits;
import io.vtkhdf.tests.OwnReaderJudge;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import vtk.vtkAbstractArray;
import vtk.vtkDataArray;
import vtk.vtkDataSetAttributes;
import vtk.vtkFieldData;
import vtk.vtkImageData;
import vtk.vtkStringArray;

/** Holds an image source against an image as VTK sees it, every value. */
final class SourceJudge {

    private final vtkImageData expected;
    private final UnaryOperator<String> naming;

    /** @param naming the source's name of an array, given VTK's */
    SourceJudge(vtkImageData expected, UnaryOperator<String> naming) {
        this.expected = expected;
        this.naming = naming;
    }

    void judge(ImageGeometry geometry, ImageSource source) throws IOException {
        OwnReaderJudge.requireSame(geometry, source.geometry());
        judge(Association.POINT, expected.GetPointData(), source);
        judge(Association.CELL, expected.GetCellData(), source);
        OwnReaderJudge.requireSame(fields(expected.GetFieldData()), source.fields(), naming);
        assertEquals(active(), Set.copyOf(source.activeArrays()), "active arrays");
    }

    private void judge(Association association, vtkDataSetAttributes data, ImageSource source) throws IOException {
        Set<ArraySpec> specs = new HashSet<>();
        for (int i = 0; i < data.GetNumberOfArrays(); i++) {
            vtkDataArray array = data.GetArray(i);
            ArraySpec spec = new ArraySpec(
                    association,
                    name(array),
                    VtkValues.type(array),
                    array.GetNumberOfComponents(),
                    componentNames(array));
            specs.add(spec);
            int slices = source.geometry().dimensions(association).z();
            Bits.requireEqual(VtkValues.bytes(array), values(source, spec, slices), spec.toString());
        }
        Set<ArraySpec> found = new HashSet<>(source.arrays());
        found.removeIf(spec -> spec.association() != association);
        assertEquals(specs, found, "arrays");
    }

    private static List<String> componentNames(vtkDataArray array) {
        return array.HasAComponentName()
                ? IntStream.range(0, array.GetNumberOfComponents())
                        .mapToObj(i -> Objects.requireNonNullElse(array.GetComponentName(i), ""))
                        .toList()
                : List.of();
    }

    private static byte[] values(ImageSource source, ArraySpec spec, int slices) throws IOException {
        long count = source.geometry().dimensions(spec.association()).count();
        ByteBuffer target = ByteBuffer.allocate(Math.toIntExact(count * spec.tupleSize()));
        target.order(ByteOrder.LITTLE_ENDIAN);
        try (SlabReader reader = source.open(spec)) {
            for (int read = 0, next = 1; read < slices; read += next, next++) {
                next = Math.min(next, slices - read);
                reader.read(next, target);
            }
        }
        assertEquals(0, target.remaining(), "values left of " + spec);
        return target.array();
    }

    private String name(vtkAbstractArray array) {
        return naming.apply(array.GetName());
    }

    private static List<FieldArray> fields(vtkFieldData data) {
        List<FieldArray> fields = new ArrayList<>();
        for (int i = 0; i < data.GetNumberOfArrays(); i++) {
            vtkAbstractArray array = data.GetAbstractArray(i);
            fields.add(array instanceof vtkStringArray strings ? strings(strings) : numbers((vtkDataArray) array));
        }
        return fields;
    }

    private static FieldArray numbers(vtkDataArray array) {
        var type = VtkValues.type(array);
        Object values = Bits.values(VtkValues.bytes(array), type.carrier(), type.size());
        return FieldArray.ofNumbers(array.GetName(), type, array.GetNumberOfComponents(), values);
    }

    private static FieldArray strings(vtkStringArray array) {
        List<String> strings = new ArrayList<>();
        for (long i = 0; i < array.GetNumberOfValues(); i++) {
            strings.add(array.GetValue(i));
        }
        return FieldArray.ofStrings(array.GetName(), strings);
    }

    private Set<ActiveArray> active() {
        Set<ActiveArray> active = new HashSet<>();
        for (ArrayRole role : ArrayRole.values()) {
            addActive(Association.POINT, expected.GetPointData(), role, active);
            addActive(Association.CELL, expected.GetCellData(), role, active);
        }
        return active;
    }

    private void addActive(
            Association association, vtkDataSetAttributes data, ArrayRole role, Set<ActiveArray> active) {
        vtkAbstractArray array = data.GetAbstractAttribute(VtkImages.roleNumber(data, role));
        if (array != null) {
            active.add(new ActiveArray(association, role, name(array)));
        }
    }
}
