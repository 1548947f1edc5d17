package io.vtkhdf;

import java.io.IOException;
import java.util.Optional;

/**
 * What the attributes of the group /VTKHDF say about an image.
 *
 * @param version such as {@code 1.0}
 * @param oneStep whether it is written as a time series, of one step
 */
record ReaderHeader(String version, ImageGeometry geometry, boolean oneStep) {

    private static final String IMAGE = "ImageData";

    static ReaderHeader of(JhdfObject group, JhdfLinks links) throws IOException {
        requireImage(group);
        int[] version = require(group, "Version").integers(2);
        return new ReaderHeader(version[0] + "." + version[1], geometry(group), isOneStep(links));
    }

    /** VTK 9.1 writes no Type for images and reads none. */
    private static void requireImage(JhdfObject group) throws IOException {
        Optional<JhdfAttribute> type = group.attribute("Type");
        if (type.isEmpty()) {
            return;
        }
        String name = type.get()
                .string()
                .orElseThrow(() -> group.file().corrupt(type.get().place(), "something else", "a string"))
                .strip();
        if (!name.equals(IMAGE)) {
            throw group.file().unsupported(type.get().place(), "'" + name + "'", "'" + IMAGE + "'");
        }
    }

    private static JhdfAttribute require(JhdfObject group, String name) throws IOException {
        return group.attribute(name)
                .orElseThrow(() -> group.file().corrupt(group.path(), "no attribute " + name, "one"));
    }

    private static ImageGeometry geometry(JhdfObject group) throws IOException {
        JhdfAttribute extent = require(group, "WholeExtent");
        int[] e = extent.integers(6);
        double[] origin = optional(group, "Origin", 0, 0, 0);
        double[] spacing = optional(group, "Spacing", 1, 1, 1);
        double[] direction = optional(group, "Direction", Direction.IDENTITY.toArray());
        try {
            return ImageGeometry.of(new Extent(e[0], e[1], e[2], e[3], e[4], e[5]))
                    .withOrigin(origin[0], origin[1], origin[2])
                    .withSpacing(spacing[0], spacing[1], spacing[2])
                    .withDirection(direction);
        } catch (IllegalArgumentException e1) {
            throw group.file().corrupt(group.path(), e1);
        }
    }

    private static double[] optional(JhdfObject group, String name, double... defaults) throws IOException {
        Optional<JhdfAttribute> attribute = group.attribute(name);
        return attribute.isPresent() ? attribute.get().doubles(defaults.length) : defaults;
    }

    private static boolean isOneStep(JhdfLinks links) throws IOException {
        Optional<JhdfObject> steps = links.get("Steps");
        Optional<JhdfAttribute> count = steps.isPresent() ? steps.get().attribute("NSteps") : Optional.empty();
        if (count.isEmpty()) {
            return false;
        }
        int[] n = count.get().integers(1);
        if (n[0] > 1) {
            throw steps.get()
                    .file()
                    .unsupported(count.get().place(), "a time series of " + n[0] + " steps", "one step");
        }
        return n[0] == 1;
    }
}
