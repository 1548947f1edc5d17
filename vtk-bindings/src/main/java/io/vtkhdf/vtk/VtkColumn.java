package io.vtkhdf.vtk;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ScalarType;
import java.util.ArrayList;
import java.util.List;
import vtk.vtkAbstractArray;
import vtk.vtkDataArray;
import vtk.vtkDataSetAttributes;
import vtk.vtkFieldData;
import vtk.vtkStringArray;

/** One array of a {@link VtkView}, whose tuples are read through an array of the same class that is ours. */
final class VtkColumn implements AutoCloseable {

    /** Takes values out of VTK. */
    interface Target {

        /**
         * @param piece a Java array of the type's carrier, the first {@code count} of it the values from {@code at} on
         */
        void put(Object piece, int at, int count);
    }

    /** In bytes; small for the processor's cache, and for the garbage collector. */
    private static final int PIECE = 256 << 10;

    /** This array and no other: the native object is the caller's, for which no Java object is made. */
    private final vtkDataSetAttributes source = new vtkDataSetAttributes();

    private final vtkDataSetAttributes copies = new vtkDataSetAttributes();
    private final vtkAbstractArray copy;

    VtkColumn(vtkFieldData data, int index) {
        try {
            source.ShallowCopy(data);
            for (int i = data.GetNumberOfArrays() - 1; i >= 0; i--) {
                if (i != index) {
                    source.RemoveArray(i);
                }
            }
            copies.CopyAllOn(0);
            copies.CopyAllocate(source, 1, 1);
            copy = copies.GetAbstractArray(0);
        } catch (RuntimeException | Error e) {
            copies.Delete();
            source.Delete();
            throw e;
        }
    }

    /** @throws IllegalArgumentException if there is none */
    static VtkColumn named(vtkFieldData data, Association association, String name) {
        for (int i = 0; i < data.GetNumberOfArrays(); i++) {
            if (name.equals(data.GetArrayName(i))) {
                return new VtkColumn(data, i);
            }
        }
        throw new IllegalArgumentException(
                "no array " + ShownText.quoted(name) + " in the image's " + association.groupName());
    }

    /** @throws IllegalArgumentException if it has none, which a file needs */
    String name() {
        String name = copy.GetName();
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("a " + copy.GetClassName() + " has no name, which a file needs");
        }
        return name;
    }

    /** @throws IllegalArgumentException if the array is not of numbers, or has no name */
    ArraySpec spec(Association association) {
        ScalarType type = VtkTypes.typeOf(VtkTypes.numeric(copy));
        return new ArraySpec(association, name(), type, components(), componentNames());
    }

    ScalarType type() {
        return VtkTypes.typeOf(VtkTypes.numeric(copy));
    }

    int components() {
        return copy.GetNumberOfComponents();
    }

    /** As {@link ArraySpec#componentNames()}. */
    List<String> componentNames() {
        List<String> names = new ArrayList<>();
        if (copy.HasAComponentName()) {
            for (int i = 0; i < components(); i++) {
                String name = copy.GetComponentName(i);
                names.add(name == null ? "" : name);
            }
        }
        return names;
    }

    long tuples() {
        return source.GetNumberOfTuples();
    }

    void requireTuples(long expected) {
        if (tuples() != expected) {
            throw new IllegalArgumentException(
                    ShownText.quoted(copy.GetName()) + ": found " + tuples() + " tuples, expected " + expected);
        }
    }

    boolean isStrings() {
        return copy instanceof vtkStringArray;
    }

    /** The values of a run of tuples, in a new array. */
    Object read(long firstTuple, long tuples) {
        VtkValues.requireFits(name(), tuples, components());
        Object values = type().newArray((int) (tuples * components()));
        read(firstTuple, (int) tuples, (piece, at, count) -> System.arraycopy(piece, 0, values, at, count));
        return values;
    }

    /** Reads a run of tuples piece by piece: each is a new Java array, which VTK cannot reuse. */
    void read(long firstTuple, int tuples, Target target) {
        vtkDataArray numbers = VtkTypes.numeric(copy);
        int components = components();
        int step = Math.max(1, PIECE / type().size() / components);
        int count;
        for (int at = 0; at < tuples; at += count) {
            count = Math.min(step, tuples - at);
            take(firstTuple + at, count);
            target.put(VtkValues.get(numbers), at * components, count * components);
        }
    }

    List<String> strings() {
        long tuples = tuples();
        VtkValues.requireFits(name(), tuples, components());
        take(0, tuples);
        List<String> strings = new ArrayList<>();
        for (long i = 0; i < tuples * components(); i++) {
            strings.add(((vtkStringArray) copy).GetValue(i));
        }
        return strings;
    }

    private void take(long firstTuple, long tuples) {
        if (copy.GetSize() != tuples * components()) {
            copy.Initialize(); // VTK hands out an array's whole capacity, so that must be what is asked for.
            copy.SetNumberOfTuples(tuples);
        }
        if (tuples > 0) {
            copies.CopyData(source, 0, tuples, firstTuple);
        }
    }

    @Override
    public void close() {
        if (copy != null) {
            copy.Delete();
        }
        copies.Delete();
        source.Delete();
    }
}
