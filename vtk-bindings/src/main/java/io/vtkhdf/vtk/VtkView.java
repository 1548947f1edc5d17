package io.vtkhdf.vtk;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Vector3;
import java.util.Arrays;
import vtk.vtkDataSetAttributes;
import vtk.vtkFieldData;
import vtk.vtkImageData;
import vtk.vtkMatrix3x3;

/**
 * The caller's image by way of a shallow copy.
 *
 * <p>VTK has one Java object for each native one, and it holds a reference. Were the caller's point data or arrays
 * asked for, their Java objects would either be deleted while the caller uses them, or be left behind and keep the
 * arrays in memory after the image has gone. Those of the copy are nobody else's, so they are deleted here; arrays are
 * taken out of it by {@link VtkColumn}.
 */
final class VtkView implements AutoCloseable {

    private final vtkImageData image;
    private final vtkDataSetAttributes points;
    private final vtkDataSetAttributes cells;
    private final vtkFieldData fields;

    /** @throws IllegalArgumentException if there is no image: null, or deleted */
    VtkView(vtkImageData original) {
        requireThere(original);
        image = new vtkImageData();
        image.ShallowCopy(original);
        points = image.GetPointData();
        cells = image.GetCellData();
        fields = image.GetFieldData();
    }

    private static void requireThere(vtkImageData image) {
        if (image == null) {
            throw new IllegalArgumentException("found null, expected a vtkImageData");
        } else if (image.GetVTKId() == 0) {
            throw new IllegalArgumentException("found a vtkImageData that was deleted, expected one that is there");
        }
    }

    vtkImageData image() {
        return image;
    }

    vtkDataSetAttributes attributes(Association association) {
        return switch (association) {
            case POINT -> points;
            case CELL -> cells;
            case FIELD -> throw new IllegalArgumentException("field arrays are in the field data only");
        };
    }

    vtkFieldData fields() {
        return fields;
    }

    /** @throws IllegalArgumentException if the image is empty */
    ImageGeometry geometry() {
        int[] e = image.GetExtent();
        if (e[0] > e[1] || e[2] > e[3] || e[4] > e[5]) {
            throw new IllegalArgumentException("found an empty vtkImageData, of the extent " + Arrays.toString(e)
                    + ", expected at least one point along each axis");
        }
        double[] origin = image.GetOrigin();
        double[] spacing = image.GetSpacing();
        return new ImageGeometry(
                new Extent(e[0], e[1], e[2], e[3], e[4], e[5]),
                new Vector3(origin[0], origin[1], origin[2]),
                new Vector3(spacing[0], spacing[1], spacing[2]),
                direction());
    }

    private Direction direction() {
        vtkMatrix3x3 matrix = image.GetDirectionMatrix();
        try {
            return Direction.of(matrix.GetData());
        } finally {
            matrix.Delete();
        }
    }

    @Override
    public void close() {
        fields.Delete();
        cells.Delete();
        points.Delete();
        image.Delete();
    }
}
