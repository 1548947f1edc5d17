package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.hdf5.Texts;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Group;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Names;
import java.nio.file.Path;
import java.util.List;

/** Refuses arrays that a file cannot hold, or is not to hold, before anything of them is written. */
final class WriterJudge {

    private final Path file;
    private final ImageGeometry geometry;
    private final OldestReader demand;

    /** @param geometry as it is written */
    WriterJudge(Path file, ImageGeometry geometry, OldestReader demand) {
        this.file = file;
        this.geometry = geometry;
        this.demand = demand;
    }

    /** @return the attributes of its dataset */
    List<Attribute> admit(ArraySpec spec, Storage storage) throws UnsupportedFileException {
        Group.requireName(Names.stored(spec.name()));
        ArrayShape shape = ArrayShape.of(spec, geometry);
        SizeLimits.require(shape, storage);
        SizeLimits.requireHeap(shape, storage);
        List<Attribute> attributes = ComponentNames.attributes(spec.name(), spec.componentNames());
        demand.judge(file, geometry, shape);
        return attributes;
    }

    /** @return the attributes of its dataset */
    List<Attribute> admit(FieldArray field) throws UnsupportedFileException {
        List<Attribute> attributes = requireStorable(field);
        demand(field, OldestReader.Owner.IMAGE);
        return attributes;
    }

    /** @return the attributes of its dataset */
    List<Attribute> requireStorable(FieldArray field) {
        Group.requireName(Names.stored(field.name()));
        if (field.isStrings()) {
            String what = ShownText.quoted(field.name());
            field.asStrings().values().forEach(string -> Texts.requireStorable(what, string));
        }
        return ComponentNames.attributes(field.name(), field.componentNames());
    }

    /** Refuses, or warns of, what the oldest reader would not read right. */
    void demand(FieldArray field, OldestReader.Owner owner) throws UnsupportedFileException {
        demand.judge(file, geometry, field, owner);
    }

    /** What is wrong with a name that another array has. */
    static IllegalArgumentException taken(Association association, String name) {
        return new IllegalArgumentException("there is already an array " + ShownText.quoted(Names.stored(name)) + " in "
                + association.groupName() + ", found " + ShownText.quoted(name) + ", expected another name");
    }

    /**
     * @param arrays among them the one that gets the role
     * @throws IllegalArgumentException if there is no such array, or VTK would not give it that role
     */
    static void requireSuitable(ActiveArray active, List<ArraySpec> arrays) {
        String name = Names.stored(active.arrayName());
        ArraySpec array = arrays.stream()
                .filter(one -> one.association() == active.association()
                        && Names.stored(one.name()).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no array " + ShownText.quoted(name) + " in "
                        + active.association().groupName()));
        if (!active.role().suits(array.components())) {
            throw new IllegalArgumentException(ShownText.quoted(active.arrayName()) + ": the role "
                    + active.role().vtkName() + " is not for arrays of " + array.components()
                    + " components, expected " + active.role().suitable());
        }
    }
}
