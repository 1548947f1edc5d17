package io.vtkhdf.vtk;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import vtk.vtkDataSetAttributes;
import vtk.vtkFieldData;

/** From an image into a file, or into a step of one. */
final class VtkImageWriter {

    /** In bytes. What VTK copies is still in the processor's cache when it is written. */
    private static final long STEP = 1L << 20;

    private final VtkView view;
    private final ImageGeometry geometry;

    /** Of arrays that have been written, to be used again. */
    private final Deque<SlabValues> idle = new ArrayDeque<>();

    /**
     * @param geometry what the target's arrays are for
     * @throws IllegalArgumentException if the image has other dimensions, or arrays of which not even a slice can be
     *     written
     */
    VtkImageWriter(VtkView view, ImageGeometry geometry) {
        Dimensions found = view.geometry().dimensions();
        if (!found.equals(geometry.dimensions())) {
            throw new IllegalArgumentException(
                    "the image has " + found + " points, the writer's " + geometry.dimensions());
        }
        this.view = view;
        this.geometry = geometry;
        requireWholeSlices(Association.POINT);
        requireWholeSlices(Association.CELL);
    }

    /** Before a file is created. */
    static void requireWritable(VtkView view, Path file, WriteOptions options) throws IOException {
        List<ArraySpec> arrays = new ArrayList<>();
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            vtkDataSetAttributes data = view.attributes(association);
            for (int i = 0; i < data.GetNumberOfArrays(); i++) {
                try (VtkColumn column = new VtkColumn(data, i)) {
                    column.requireTuples(view.geometry().dimensions(association).count());
                    arrays.add(column.spec(association));
                }
            }
        }
        List<FieldArray> fields = new ArrayList<>();
        for (int i = 0; i < view.fields().GetNumberOfArrays(); i++) {
            try (VtkColumn column = new VtkColumn(view.fields(), i)) {
                fields.add(VtkFields.of(column));
            }
        }
        new WritePlan(file, options).requireWritable(new ImageSpec(view.geometry(), arrays, fields, List.of()));
    }

    void write(VtkTarget target) throws IOException {
        writeAttributes(Association.POINT, target);
        writeAttributes(Association.CELL, target);
        writeFields(target);
    }

    /** Before anything is written. */
    private void requireWholeSlices(Association association) {
        vtkDataSetAttributes data = view.attributes(association);
        for (int i = 0; i < data.GetNumberOfArrays(); i++) {
            try (VtkColumn column = new VtkColumn(data, i)) {
                slabs(column.spec(association)).requireWholeSlices(column.name());
            }
        }
    }

    private VtkSlabs slabs(ArraySpec spec) {
        return new VtkSlabs(Region.all(geometry.dimensions(spec.association())), spec, 1, STEP);
    }

    private void writeAttributes(Association association, VtkTarget target) throws IOException {
        vtkDataSetAttributes data = view.attributes(association);
        for (int i = 0; i < data.GetNumberOfArrays(); i++) {
            try (VtkColumn column = new VtkColumn(data, i)) {
                column.requireTuples(geometry.dimensions(association).count());
                write(column, target.create(column.spec(association)));
            }
        }
        // The roles are those of the shallow copy, so that each can be taken off when it has been seen.
        for (int i = 0; i < data.GetNumberOfArrays(); i++) {
            for (int role = data.IsArrayAnAttribute(i); role >= 0; role = data.IsArrayAnAttribute(i)) {
                Optional<ArrayRole> known = VtkRoles.of(role);
                if (known.isPresent()) {
                    target.setActive(new ActiveArray(association, known.get(), data.GetArrayName(i)));
                }
                data.SetActiveAttribute(-1, role);
            }
        }
    }

    /** While a slab is written, the next is taken out of VTK. */
    private void write(VtkColumn column, ArrayWriter array) throws IOException {
        ArraySpec spec = array.spec();
        Deque<Future<SlabValues>> written = new ArrayDeque<>();
        try (FileThread thread = new FileThread()) {
            slabs(spec).forEach((slab, firstTuple) -> {
                SlabValues used = written.size() < 2 ? idle.poll() : FileThread.finish(written.remove());
                int tuples = (int) slab.size().count();
                SlabValues taken = SlabValues.of(spec.type(), tuples * spec.components(), used);
                column.read(firstTuple, tuples, taken);
                written.add(thread.start(() -> {
                    array.writeMissing(new Slab(slab.z(), slab.size().z()), taken.values(), Order.X_FASTEST);
                    return taken;
                }));
            });
            while (!written.isEmpty()) {
                idle.add(FileThread.finish(written.remove()));
            }
        }
    }

    private void writeFields(VtkTarget target) throws IOException {
        vtkFieldData fields = view.fields();
        for (int i = 0; i < fields.GetNumberOfArrays(); i++) {
            try (VtkColumn column = new VtkColumn(fields, i)) {
                target.write(VtkFields.of(column));
            }
        }
    }
}
