package io.vtkhdf;

import io.vtkhdf.hdf5.Attribute;
import io.vtkhdf.hdf5.Dataset;
import io.vtkhdf.hdf5.Group;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The groups, names and attributes that make an HDF5 file a VTKHDF image; {@code docs/format.md} shows the tree. Not
 * thread-safe.
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/index.html">VTKHDF file format</a>
 */
final class ImageTree {

    private static final String ROOT = "VTKHDF";

    /** Static images are version 1.0; later minor versions add nothing that is written here. */
    private static final long[] VERSION = {1, 0};

    private final Group root = new Group();
    private final Group image;
    private final Map<Association, Group> groups = new EnumMap<>(Association.class);
    private final Map<Association, Map<String, Dataset>> datasets = new EnumMap<>(Association.class);
    private final Set<String> replaceable = new HashSet<>();
    private final Map<Association, Map<String, Dataset>> roles = new EnumMap<>(Association.class);

    ImageTree(ImageGeometry geometry) {
        image = new Group()
                .set(Attribute.ofLongs("Version", VERSION))
                .set(Attribute.ofString("Type", "ImageData"))
                .set(Attribute.ofInts("WholeExtent", geometry.extent().toArray()))
                .set(Attribute.ofDoubles("Origin", geometry.origin().toArray()))
                .set(Attribute.ofDoubles("Spacing", geometry.spacing().toArray()))
                .set(Attribute.ofDoubles("Direction", geometry.direction().toArray()));
        root.link(ROOT, image);
        for (Association association : Association.values()) {
            Group group = new Group();
            groups.put(association, group);
            datasets.put(association, new HashMap<>());
            roles.put(association, new LinkedHashMap<>());
            image.link(association.groupName(), group);
        }
    }

    Group root() {
        return root;
    }

    void markUnfinished(Optional<String> source) {
        image.set(UnfinishedMarks.unfinished());
        source.ifPresent(description -> image.set(UnfinishedMarks.source(description)));
    }

    /** Makes it the tree of a file in which all data are. */
    void finish() {
        image.unset(UnfinishedMarks.UNFINISHED).unset(UnfinishedMarks.SOURCE);
        for (Map<String, Dataset> group : datasets.values()) {
            for (Dataset dataset : group.values()) {
                dataset.unset(UnfinishedMarks.RESERVED);
                dataset.complete();
            }
        }
    }

    /** @throws IllegalArgumentException if there is an array of that name, or the name is none that HDF5 can hold */
    void requireNew(Association association, String name) {
        String link = VtkhdfWriter.storedName(name);
        Group.requireName(link);
        boolean isReplaceable = association == Association.FIELD && replaceable.contains(link);
        if (datasets.get(association).containsKey(link) && !isReplaceable) {
            throw new IllegalArgumentException("there is already an array '" + link + "' in " + association.groupName()
                    + ", found '" + name + "', expected another name");
        }
    }

    /** Adds a field array that may be replaced, once. */
    void addReplaceable(String field, Dataset dataset) {
        add(Association.FIELD, field, dataset);
        replaceable.add(field);
    }

    void add(Association association, String name, Dataset dataset) {
        String link = VtkhdfWriter.storedName(name);
        if (association == Association.FIELD && replaceable.remove(link)) {
            groups.get(association).unlink(link);
        }
        groups.get(association).link(link, dataset);
        datasets.get(association).put(link, dataset);
    }

    /**
     * Takes the role from the array that had it.
     *
     * @throws IllegalArgumentException if there is no such array
     */
    void setActive(ActiveArray active) {
        String link = VtkhdfWriter.storedName(active.arrayName());
        Dataset dataset = datasets.get(active.association()).get(link);
        if (dataset == null) {
            throw new IllegalArgumentException("there is no array '" + link + "' in "
                    + active.association().groupName());
        }
        String role = active.role().vtkName();
        groups.get(active.association()).set(Attribute.ofString(role, link));
        roles.get(active.association()).put(role, dataset);
        datasets.get(active.association()).values().forEach(other -> other.unset(ActiveAttribute.ROLE));
        roles.get(active.association())
                .forEach((name, holder) -> holder.set(Attribute.ofString(ActiveAttribute.ROLE, name)));
    }
}
