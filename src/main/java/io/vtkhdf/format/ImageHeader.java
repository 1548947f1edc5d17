package io.vtkhdf.format;

import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the attributes of the group /VTKHDF say about an image.
 *
 * @param version such as {@code 1.0}
 * @param steps what it says of time
 * @param finished whether its writer has not said that it is not
 * @param notes about what is missing of the geometry
 */
public record ImageHeader(
        String version, ImageGeometry geometry, Steps steps, boolean finished, List<SourceNote> notes) {

    public static final String GROUP = "VTKHDF";
    public static final String TYPE = "Type";
    public static final String VERSION = "Version";
    public static final String EXTENT = "WholeExtent";
    public static final String ORIGIN = "Origin";
    public static final String SPACING = "Spacing";
    public static final String DIRECTION = "Direction";
    public static final String STEPS = "Steps";

    /** The type of images. */
    public static final String IMAGE = "ImageData";

    /** What is taken in the place of attributes that are missing, for people. */
    private static final Map<String, String> DEFAULTS = new TreeMap<>(Map.of(
            ORIGIN, "0 0 0",
            SPACING, "1 1 1",
            DIRECTION, "1 0 0 0 1 0 0 0 1"));

    /** The group of the image; empty if there is none. */
    public static Optional<StoredObject> group(Hdf5Reader file) throws IOException {
        Optional<StoredObject> found = StoredLinks.of(file.root()).get(GROUP);
        return found.isPresent() && found.get().isDataset() ? Optional.empty() : found;
    }

    public static ImageHeader of(StoredObject group, StoredLinks links) throws IOException {
        requireImage(group);
        int[] version = require(group, VERSION).integers(2);
        boolean finished = group.attribute(UnfinishedMarks.UNFINISHED).isEmpty();
        return new ImageHeader(
                version[0] + "." + version[1], geometry(group), Steps.of(links), finished, missing(group));
    }

    /** VTK 9.1 writes no Type for images and reads none. */
    public static void requireImage(StoredObject group) throws IOException {
        Optional<StoredAttribute> type = group.attribute(TYPE);
        if (type.isEmpty()) {
            return;
        }
        Optional<String> text = type.get().string();
        if (text.isEmpty()) {
            throw group.file().corrupt(type.get().place(), "something else", "a string");
        }
        String name = text.get().strip();
        if (!name.equals(IMAGE)) {
            throw group.file().unsupported(type.get().place(), "'" + name + "'", "'" + IMAGE + "'");
        }
    }

    private static StoredAttribute require(StoredObject group, String name) throws IOException {
        Optional<StoredAttribute> attribute = group.attribute(name);
        if (attribute.isEmpty()) {
            throw group.file().corrupt(group.path(), "no attribute " + name, "one");
        }
        return attribute.get();
    }

    public static ImageGeometry geometry(StoredObject group) throws IOException {
        StoredAttribute extent = require(group, EXTENT);
        int[] e = extent.integers(6);
        double[] origin = optional(group, ORIGIN, 0, 0, 0);
        double[] spacing = optional(group, SPACING, 1, 1, 1);
        double[] direction = optional(group, DIRECTION, Direction.IDENTITY.toArray());
        try {
            return ImageGeometry.of(new Extent(e[0], e[1], e[2], e[3], e[4], e[5]))
                    .withOrigin(origin[0], origin[1], origin[2])
                    .withSpacing(spacing[0], spacing[1], spacing[2])
                    .withDirection(direction);
        } catch (IllegalArgumentException e1) {
            throw group.file().corrupt(group.path(), e1);
        }
    }

    private static List<SourceNote> missing(StoredObject group) throws IOException {
        List<SourceNote> missing = new ArrayList<>();
        for (Map.Entry<String, String> taken : DEFAULTS.entrySet()) {
            if (group.attribute(taken.getKey()).isEmpty()) {
                missing.add(SourceNote.ofImage(group.file().name() + ": " + group.path() + ": found no attribute "
                        + taken.getKey() + ", expected one; taken as " + taken.getValue()));
            }
        }
        return missing;
    }

    private static double[] optional(StoredObject group, String name, double... defaults) throws IOException {
        Optional<StoredAttribute> attribute = group.attribute(name);
        return attribute.isPresent() ? attribute.get().doubles(defaults.length) : defaults;
    }

    /** The number of time steps that the group Steps tells; 0 if it tells none. */
    public static int steps(StoredObject group) throws IOException {
        return Steps.count(group);
    }
}
