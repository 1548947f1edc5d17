package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.Texts;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Group;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Names;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses arrays that a file cannot hold, or is not to hold, before anything of them is written. Not thread-safe. */
final class WriterJudge {

    private final Path file;
    private final ImageGeometry geometry;
    private final OldestReader demand;
    private final Set<String> taken = new HashSet<>();

    /** @param geometry as it is written */
    WriterJudge(Path file, ImageGeometry geometry, OldestReader demand) {
        this.file = file;
        this.geometry = geometry;
        this.demand = demand;
    }

    /**
     * Takes a name.
     *
     * @return the attributes of its dataset
     */
    List<Attribute> admit(ArraySpec spec, Storage storage) throws UnsupportedFileException {
        requireFree(spec.association(), spec.name());
        ArrayShape shape = ArrayShape.of(spec, geometry);
        SizeLimits.require(shape, storage);
        List<Attribute> attributes = ComponentNames.attributes(spec.name(), spec.componentNames());
        demand.judge(file, geometry, shape);
        take(spec.association(), spec.name());
        return attributes;
    }

    /**
     * Takes a name.
     *
     * @return the attributes of its dataset
     */
    List<Attribute> admit(FieldArray field) throws UnsupportedFileException {
        requireFree(Association.FIELD, field.name());
        if (field.isStrings()) {
            String what = ShownText.quoted(field.name());
            field.asStrings().values().forEach(string -> Texts.requireStorable(what, string));
        }
        List<Attribute> attributes = ComponentNames.attributes(field.name(), field.componentNames());
        demand.judge(file, geometry, field);
        take(Association.FIELD, field.name());
        return attributes;
    }

    private void requireFree(Association association, String name) {
        String link = Names.stored(name);
        Group.requireName(link);
        if (taken.contains(ImageTree.path(association, name))) {
            throw new IllegalArgumentException("there is already an array " + ShownText.quoted(link) + " in "
                    + association.groupName() + ", found " + ShownText.quoted(name) + ", expected another name");
        }
    }

    private void take(Association association, String name) {
        taken.add(ImageTree.path(association, name));
    }
}
