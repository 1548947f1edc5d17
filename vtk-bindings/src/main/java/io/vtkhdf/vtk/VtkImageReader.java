package io.vtkhdf.vtk;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import vtk.vtkAbstractArray;
import vtk.vtkDataArray;
import vtk.vtkDataSetAttributes;
import vtk.vtkFieldData;
import vtk.vtkImageData;

/** From a file into an image, all of whose native objects are new. */
final class VtkImageReader {

    /** In bytes; small, so that what was read is still in the processor's cache when VTK copies it. */
    private static final long STEP = 2L << 20;

    /** For chunks, some of which are decoded in parallel. */
    private static final long CHUNKED_STEP = 16L << 20;

    private final ImageDataReader reader;
    private final Region points;
    private final Predicate<ArraySpec> wanted;

    VtkImageReader(ImageDataReader reader, Region points, Predicate<ArraySpec> wanted) {
        Dimensions all = reader.geometry().dimensions();
        if (!points.isWithin(all)) {
            throw new IllegalArgumentException("the region " + points + " is not inside the image of " + all);
        }
        this.reader = reader;
        this.points = points;
        this.wanted = wanted;
    }

    /** A new image, which the caller deletes. */
    vtkImageData read() throws IOException {
        vtkImageData image = new vtkImageData();
        vtkDataSetAttributes pointData = image.GetPointData();
        vtkDataSetAttributes cellData = image.GetCellData();
        vtkFieldData fieldData = image.GetFieldData();
        boolean complete = false;
        try {
            place(image);
            readArrays(Association.POINT, points, pointData);
            readArrays(Association.CELL, cells(), cellData);
            readFields(fieldData);
            complete = true;
            return image;
        } finally {
            fieldData.Delete();
            cellData.Delete();
            pointData.Delete();
            if (!complete) {
                image.Delete();
            }
        }
    }

    private void place(vtkImageData image) {
        ImageGeometry geometry = reader.geometry();
        Extent all = geometry.extent();
        int x = all.xMin() + points.x();
        int y = all.yMin() + points.y();
        int z = all.zMin() + points.z();
        Dimensions size = points.size();
        image.SetExtent(x, x + size.x() - 1, y, y + size.y() - 1, z, z + size.z() - 1);
        image.SetOrigin(geometry.origin().toArray());
        image.SetSpacing(geometry.spacing().toArray());
        image.SetDirectionMatrix(geometry.direction().toArray());
    }

    /** The cells between the chosen points; along an axis with a single one, the layer that begins there. */
    private Region cells() {
        Dimensions all = reader.geometry().dimensions().cells();
        return new Region(
                Math.min(points.x(), all.x() - 1),
                Math.min(points.y(), all.y() - 1),
                Math.min(points.z(), all.z() - 1),
                points.size().cells());
    }

    private void readArrays(Association association, Region box, vtkDataSetAttributes target) throws IOException {
        for (ArrayReader source : reader.arrays()) {
            if (source.spec().association() == association && wanted.test(source.spec())) {
                vtkDataArray array = read(source, box);
                target.AddArray(array);
                array.Delete();
            }
        }
        for (ActiveArray active : reader.activeArrays()) {
            if (active.association() == association && target.HasArray(active.arrayName()) != 0) {
                target.SetActiveAttribute(active.arrayName(), VtkRoles.number(active.role()));
            }
        }
    }

    private static vtkDataArray read(ArrayReader source, Region box) throws IOException {
        ArraySpec spec = source.spec();
        long tuples = box.size().count();
        vtkDataArray array =
                VtkTypes.newArray(spec.type(), spec.name(), spec.components(), spec.componentNames(), tuples);
        boolean complete = false;
        try {
            fill(array, source, box);
            complete = true;
            return array;
        } finally {
            if (!complete) {
                array.Delete();
            }
        }
    }

    /** While a slab is put into VTK, the next is read. */
    private static void fill(vtkDataArray array, ArrayReader source, Region box) throws IOException {
        Optional<Dimensions> chunk = source.storage().chunk();
        int thickness = chunk.map(Dimensions::z).orElse(1);
        VtkSlabs slabs = new VtkSlabs(box, source.spec(), thickness, chunk.isPresent() ? CHUNKED_STEP : STEP);
        long[] next = {0};
        Deque<Future<Object>> read = new ArrayDeque<>();
        try (FileThread thread = new FileThread()) {
            slabs.forEach((slab, firstTuple) -> {
                read.add(thread.start(() -> source.read(slab, Order.X_FASTEST)));
                if (read.size() > 1) {
                    next[0] += VtkValues.write(array, next[0], FileThread.finish(read.remove()));
                }
            });
            VtkValues.write(array, next[0], FileThread.finish(read.remove()));
        }
    }

    private void readFields(vtkFieldData target) throws IOException {
        for (FieldArray field : reader.fields()) {
            if (!reader.isSeries() || !field.name().equals(VtkFields.TIME_VALUE)) {
                add(field, target);
            }
        }
        if (reader.isSeries()) {
            add(FieldArray.of(VtkFields.TIME_VALUE, reader.time()), target);
        }
    }

    private static void add(FieldArray field, vtkFieldData target) {
        vtkAbstractArray array = VtkFields.toVtk(field);
        target.AddArray(array);
        array.Delete();
    }
}
