package io.vtkhdf.tests.vtk;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vtk.vtkAbstractArray;
import vtk.vtkBitArray;
import vtk.vtkDataArray;
import vtk.vtkDataSetAttributes;
import vtk.vtkIdTypeArray;
import vtk.vtkImageData;
import vtk.vtkLookupTable;
import vtk.vtkUnsignedCharArray;

/** What random images lack and legacy files can hold. */
final class LegacyExtras {

    private LegacyExtras() {}

    static void addTo(vtkImageData image, LegacyMode mode, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        addTo(image.GetPointData(), image.GetNumberOfPoints(), mode, random);
        addTo(image.GetCellData(), image.GetNumberOfCells(), mode, random);
    }

    private static void addTo(vtkDataSetAttributes data, long tuples, LegacyMode mode, RandomGenerator random) {
        // VTK writes the bits of one component only, but reads those of all.
        if (random.nextBoolean()) {
            data.AddArray(bits(tuples, mode.isBinary() ? 1 : 1 + random.nextInt(4), random));
        }
        if (random.nextBoolean()) {
            vtkIdTypeArray ids = ids(tuples, random);
            data.AddArray(ids);
            if (random.nextBoolean()) {
                data.SetGlobalIds(ids);
            }
        }
        for (int i = 0; i < data.GetNumberOfArrays(); i++) {
            decorate(data.GetAbstractArray(i), random);
        }
        vtkDataArray scalars = data.GetScalars();
        if (scalars instanceof vtkUnsignedCharArray) {
            // VTK writes the name of colours in a way that it does not read.
            scalars.SetName("colours");
        }
        if (scalars != null && random.nextBoolean()) {
            vtkLookupTable table = new vtkLookupTable();
            table.SetNumberOfTableValues(1 + random.nextInt(20));
            table.Build();
            scalars.SetLookupTable(table);
        }
    }

    private static void decorate(vtkAbstractArray array, RandomGenerator random) {
        for (int i = random.nextInt(2); i < array.GetNumberOfComponents() && random.nextInt(3) > 0; i++) {
            array.SetComponentName(i, "part " + i + " %");
        }
        if (array instanceof vtkDataArray numbers && random.nextInt(3) == 0) {
            numbers.GetInformation().Set(numbers.UNITS_LABEL(), "m s");
        }
    }

    private static vtkDataArray bits(long tuples, int components, RandomGenerator random) {
        vtkBitArray bits = new vtkBitArray();
        bits.SetName("bits 1");
        bits.SetNumberOfComponents(components);
        for (long i = 0; i < tuples * components; i++) {
            bits.InsertNextValue(random.nextInt(2));
        }
        return bits;
    }

    private static vtkIdTypeArray ids(long tuples, RandomGenerator random) {
        vtkIdTypeArray ids = new vtkIdTypeArray();
        ids.SetName("ids");
        for (long i = 0; i < tuples; i++) {
            ids.InsertNextValue(random.nextInt());
        }
        return ids;
    }
}
