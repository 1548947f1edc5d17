package io.vtkhdf.vtk;

import io.vtkhdf.ArrayReader;
import io.vtkhdf.ArraySpec;
import io.vtkhdf.ArrayWriter;
import io.vtkhdf.Association;
import io.vtkhdf.Dimensions;
import io.vtkhdf.Direction;
import io.vtkhdf.Extent;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.Order;
import io.vtkhdf.Region;
import io.vtkhdf.Vector3;
import io.vtkhdf.VtkhdfReader;
import io.vtkhdf.VtkhdfWriter;
import java.io.IOException;
import vtk.vtkDataArray;
import vtk.vtkDataSetAttributes;
import vtk.vtkImageData;
import vtk.vtkMatrix3x3;

/** Whole {@code vtkImageData} written and read, in steps of some MiB: arrays may have 2^31 values and more. */
public final class VtkImages {

    private static final long STEP = 16L << 20;

    private VtkImages() {}

    /**
     * Where the image lies.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static ImageGeometry geometry(vtkImageData image) {
        int[] e = image.GetExtent();
        double[] origin = image.GetOrigin();
        double[] spacing = image.GetSpacing();
        return new ImageGeometry(
                new Extent(e[0], e[1], e[2], e[3], e[4], e[5]),
                new Vector3(origin[0], origin[1], origin[2]),
                new Vector3(spacing[0], spacing[1], spacing[2]),
                direction(image.GetDirectionMatrix()));
    }

    private static Direction direction(vtkMatrix3x3 matrix) {
        double[] rows = new double[9];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = matrix.GetElement(i / 3, i % 3);
        }
        return Direction.of(rows);
    }

    /**
     * Writes all point, cell and field arrays and which of them are active, to a writer made with {@link #geometry}.
     * Does not finish it.
     *
     * @throws IllegalArgumentException if the writer's image has other dimensions, or an array has no name or is not of
     *     numbers (or, in the field data, strings); arrays before it have been written
     */
    public static void write(vtkImageData image, VtkhdfWriter writer) throws IOException {
        Dimensions found = geometry(image).dimensions();
        Dimensions expected = writer.geometry().dimensions();
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("the image has " + found + " points, the writer's " + expected);
        }
        for (Association association : new Association[] {Association.POINT, Association.CELL}) {
            vtkDataSetAttributes data = VtkArrays.attributes(image, association);
            for (int i = 0; i < data.GetNumberOfArrays(); i++) {
                write(VtkTypes.numeric(data.GetAbstractArray(i)), association, writer);
            }
            VtkRoles.write(data, association, writer);
        }
        VtkFields.write(image.GetFieldData(), writer);
    }

    private static void write(vtkDataArray array, Association association, VtkhdfWriter writer) throws IOException {
        ArraySpec spec =
                new ArraySpec(association, VtkTypes.name(array), VtkTypes.typeOf(array), array.GetNumberOfComponents());
        VtkArrays.requireTuples(array, writer.geometry().dimensions(association));
        ArrayWriter target = writer.createArray(spec);
        forEachSlab(spec, target.dimensions(), (slab, firstTuple) -> {
            Object values = VtkValues.read(array, firstTuple, slab.size().count());
            target.writeSlab(slab.z(), slab.size().z(), values, Order.X_FASTEST);
        });
    }

    /**
     * Reads a whole image.
     *
     * @return a new image, which the caller deletes
     */
    public static vtkImageData read(VtkhdfReader reader) throws IOException {
        vtkImageData image = new vtkImageData();
        try {
            place(image, reader.geometry());
            for (ArrayReader array : reader.arrays()) {
                read(array, image);
            }
            VtkRoles.read(reader, image);
            VtkFields.read(reader, image.GetFieldData());
            return image;
        } catch (IOException | RuntimeException e) {
            image.Delete();
            throw e;
        }
    }

    private static void place(vtkImageData image, ImageGeometry geometry) {
        image.SetExtent(geometry.extent().toArray());
        image.SetOrigin(geometry.origin().toArray());
        image.SetSpacing(geometry.spacing().toArray());
        image.SetDirectionMatrix(geometry.direction().toArray());
    }

    private static void read(ArrayReader source, vtkImageData image) throws IOException {
        Dimensions dimensions = source.dimensions();
        ArraySpec spec = source.spec();
        vtkDataArray array = VtkTypes.newArray(spec.type(), spec.name(), spec.components(), dimensions.count());
        try {
            forEachSlab(
                    spec,
                    dimensions,
                    (slab, firstTuple) -> VtkValues.write(array, firstTuple, source.readRegion(slab, Order.X_FASTEST)));
            VtkArrays.attributes(image, spec.association()).AddArray(array);
        } finally {
            array.Delete();
        }
    }

    private interface SlabStep {
        void run(Region slab, long firstTuple) throws IOException;
    }

    private static void forEachSlab(ArraySpec spec, Dimensions dimensions, SlabStep step) throws IOException {
        long sliceTuples = (long) dimensions.x() * dimensions.y();
        int slices = (int) Math.max(1, Math.min(dimensions.z(), STEP / spec.tupleSize() / sliceTuples));
        for (int first = 0; first < dimensions.z(); first += slices) {
            int count = Math.min(slices, dimensions.z() - first);
            step.run(Region.slab(dimensions, first, count), first * sliceTuples);
        }
    }
}
