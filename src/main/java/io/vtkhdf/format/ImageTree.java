package io.vtkhdf.format;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.hdf5.write.Group;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Names;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The groups, names and attributes that make an HDF5 file a VTKHDF image; {@code docs/format.md} shows the tree. Not
 * thread-safe.
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/index.html">VTKHDF file format</a>
 */
public final class ImageTree {

    private static final String ROOT = "VTKHDF";

    /** Static images are version 1.0; later minor versions add nothing that is written here. */
    private static final long[] VERSION = {1, 0};

    /** Time series are version 2.0. */
    private static final long[] SERIES_VERSION = {2, 0};

    private final Group root = new Group();
    private final Group image;
    private final Map<Association, Group> groups = new EnumMap<>(Association.class);
    private final Map<Association, Map<String, Dataset>> datasets = new EnumMap<>(Association.class);
    private final Map<Association, Map<String, Dataset>> roles = new EnumMap<>(Association.class);
    private final Map<String, Group> stepGroups = new HashMap<>();
    private Group steps;

    /** An unfinished image whose arrays have one group in common, which is empty. */
    public ImageTree(ImageGeometry geometry) {
        image = new Group()
                .set(Attribute.ofLongs("Version", VERSION))
                .set(Attribute.ofString("Type", "ImageData"))
                .set(Attribute.ofInts("WholeExtent", geometry.extent().toArray()))
                .set(Attribute.ofDoubles("Origin", geometry.origin().toArray()))
                .set(Attribute.ofDoubles("Spacing", geometry.spacing().toArray()))
                .set(Attribute.ofDoubles("Direction", geometry.direction().toArray()))
                .set(UnfinishedMarks.unfinished());
        root.link(ROOT, image);
        Group empty = new Group(Association.values().length);
        for (Association association : Association.values()) {
            Group group = new Group();
            groups.put(association, group);
            datasets.put(association, new HashMap<>());
            roles.put(association, new LinkedHashMap<>());
            image.link(association.groupName(), empty);
        }
    }

    public Group root() {
        return root;
    }

    /**
     * Gives each kind of arrays the group of its own, which the first commit does without: so it takes no more room
     * than it would if it did not say that it is unfinished.
     *
     * @param source what the values are made from, if that is told
     */
    public void open(Optional<String> source) {
        groups.forEach((association, group) -> {
            image.unlink(association.groupName());
            image.link(association.groupName(), group);
        });
        source.ifPresent(description -> image.set(UnfinishedMarks.source(description)));
    }

    /** Says of an unfinished image that its file is reserved for the workers of a plan. */
    public void setPlan(String id) {
        image.set(UnfinishedMarks.plan(id));
    }

    /**
     * Makes it a time series, of which each array has the steps along its first axis.
     *
     * @param count at least 2: a series of one step is an image without more
     * @param times float64, of so many elements
     */
    public void setSteps(int count, Dataset times) {
        steps = new Group().set(Attribute.ofLongs(Steps.COUNT, count)).link(Steps.VALUES, times);
        image.set(Attribute.ofLongs("Version", SERIES_VERSION)).link(ImageHeader.STEPS, steps);
    }

    /**
     * Tells where the steps of an array are, if not each at its own number.
     *
     * @param offsets int64, for each step the place along the array's first axis
     */
    public void putOffsets(Association association, String name, Dataset offsets) {
        inSteps(association.groupName() + Steps.OFFSETS, name, offsets);
    }

    /**
     * Tells how many values of a field array each step has, if not one tuple.
     *
     * @param sizes int64, for each step the numbers of components and of tuples
     */
    public void putSizes(String name, Dataset sizes) {
        inSteps(Association.FIELD.groupName() + Steps.SIZES, name, sizes);
    }

    private void inSteps(String groupName, String name, Dataset dataset) {
        Group group = stepGroups.computeIfAbsent(groupName, absent -> {
            Group made = new Group();
            steps.link(absent, made);
            return made;
        });
        group.link(Names.stored(name), dataset);
    }

    /**
     * Says of an unfinished image that it is a time series, of however few steps.
     *
     * @param known how many there will be; 0 if that is not known
     */
    public void setUnfinishedSeries(int known) {
        image.set(UnfinishedMarks.steps(known));
    }

    /** Puts the step that is begun beside the complete ones, where no reader of images finds it. */
    public void setBegunStep(ImageTree step, double time) {
        root.link(UnfinishedMarks.STEP, step.image.set(UnfinishedMarks.time(time)));
    }

    /** Makes it the tree of a file in which all data are. */
    public void finish() {
        image.unset(UnfinishedMarks.UNFINISHED).unset(UnfinishedMarks.SOURCE).unset(UnfinishedMarks.STEPS);
        for (Map<String, Dataset> group : datasets.values()) {
            for (Dataset dataset : group.values()) {
                dataset.unset(UnfinishedMarks.RESERVED);
                dataset.complete();
            }
        }
    }

    /** The path of an array below the group of the image. */
    public static String path(Association association, String name) {
        return association.groupName() + "/" + Names.stored(name);
    }

    /** Adds an array, or replaces the one of that name. */
    public void put(Association association, String name, Dataset dataset) {
        String link = Names.stored(name);
        groups.get(association).unlink(link);
        groups.get(association).link(link, dataset);
        datasets.get(association).put(link, dataset);
    }

    /**
     * Takes the role from the array that had it.
     *
     * @throws IllegalArgumentException if there is no such array
     */
    public void setActive(ActiveArray active) {
        String link = Names.stored(active.arrayName());
        Dataset dataset = datasets.get(active.association()).get(link);
        if (dataset == null) {
            throw new IllegalArgumentException("there is no array " + ShownText.quoted(link) + " in "
                    + active.association().groupName());
        }
        String role = active.role().vtkName();
        groups.get(active.association()).set(Attribute.ofString(role, link));
        roles.get(active.association()).put(role, dataset);
        datasets.get(active.association()).values().forEach(other -> other.unset(ArrayRole.ROLE));
        roles.get(active.association()).forEach((name, holder) -> holder.set(Attribute.ofString(ArrayRole.ROLE, name)));
    }
}
