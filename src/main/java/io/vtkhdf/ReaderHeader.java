package io.vtkhdf;

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
 * @param oneStep whether it is written as a time series, of one step
 * @param finished whether its writer has not said that it is not
 * @param notes about what is missing of the geometry
 */
record ReaderHeader(String version, ImageGeometry geometry, boolean oneStep, boolean finished, List<SourceNote> notes) {

    static final String GROUP = "VTKHDF";
    static final String TYPE = "Type";
    static final String VERSION = "Version";
    static final String EXTENT = "WholeExtent";
    static final String ORIGIN = "Origin";
    static final String SPACING = "Spacing";
    static final String DIRECTION = "Direction";
    static final String STEPS = "Steps";

    private static final String STEP_COUNT = "NSteps";
    private static final String IMAGE = "ImageData";

    /** What is taken in the place of attributes that are missing, for people. */
    private static final Map<String, String> DEFAULTS = new TreeMap<>(Map.of(
            ORIGIN, "0 0 0",
            SPACING, "1 1 1",
            DIRECTION, "1 0 0 0 1 0 0 0 1"));

    /** The group of the image; empty if there is none. */
    static Optional<JhdfObject> group(JhdfFile file) throws IOException {
        Optional<JhdfObject> found = JhdfLinks.of(file.root()).get(GROUP);
        return found.isPresent() && found.get().isDataset() ? Optional.empty() : found;
    }

    static ReaderHeader of(JhdfObject group, JhdfLinks links) throws IOException {
        requireImage(group);
        int[] version = require(group, VERSION).integers(2);
        boolean finished = group.attribute(UnfinishedMarks.UNFINISHED).isEmpty();
        return new ReaderHeader(
                version[0] + "." + version[1], geometry(group), isOneStep(links), finished, missing(group));
    }

    /** VTK 9.1 writes no Type for images and reads none. */
    static void requireImage(JhdfObject group) throws IOException {
        Optional<JhdfAttribute> type = group.attribute(TYPE);
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

    private static JhdfAttribute require(JhdfObject group, String name) throws IOException {
        Optional<JhdfAttribute> attribute = group.attribute(name);
        if (attribute.isEmpty()) {
            throw group.file().corrupt(group.path(), "no attribute " + name, "one");
        }
        return attribute.get();
    }

    static ImageGeometry geometry(JhdfObject group) throws IOException {
        JhdfAttribute extent = require(group, EXTENT);
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

    private static List<SourceNote> missing(JhdfObject group) throws IOException {
        List<SourceNote> missing = new ArrayList<>();
        for (Map.Entry<String, String> taken : DEFAULTS.entrySet()) {
            if (group.attribute(taken.getKey()).isEmpty()) {
                missing.add(SourceNote.ofImage(group.file().path() + ": " + group.path() + ": found no attribute "
                        + taken.getKey() + ", expected one; taken as " + taken.getValue()));
            }
        }
        return missing;
    }

    private static double[] optional(JhdfObject group, String name, double... defaults) throws IOException {
        Optional<JhdfAttribute> attribute = group.attribute(name);
        return attribute.isPresent() ? attribute.get().doubles(defaults.length) : defaults;
    }

    private static boolean isOneStep(JhdfLinks links) throws IOException {
        Optional<JhdfObject> steps = links.get(STEPS);
        int count = steps.isPresent() ? steps(steps.get()) : 0;
        if (count > 1) {
            throw steps.get()
                    .file()
                    .unsupported(
                            steps.get().path() + "@" + STEP_COUNT, "a time series of " + count + " steps", "one step");
        }
        return count == 1;
    }

    /** The number of time steps that the group Steps tells; 0 if it tells none. */
    static int steps(JhdfObject group) throws IOException {
        Optional<JhdfAttribute> count = group.attribute(STEP_COUNT);
        return count.isPresent() ? count.get().integers(1)[0] : 0;
    }
}
