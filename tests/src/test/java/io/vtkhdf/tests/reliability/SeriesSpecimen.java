package io.vtkhdf.tests.reliability;

import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.tests.Bits;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * A time series of a {@link Specimen}'s arrays, of which two are not stored anew at each step, with field arrays of
 * each step and one of all. Readers see the steps that are complete; what there is of the one that is begun is seen by
 * whoever resumes it.
 */
public final class SeriesSpecimen implements Subject {

    /** The name of the steps among the {@link SliceSets}. */
    static final String STEPS = "steps";

    static final FieldArray CONSTANT = FieldArray.of("constant", 1.5, -2, 3);

    private final Specimen image;
    private final int count;
    private final TimeAxis axis;
    private final Map<String, Long> checksums = new ConcurrentHashMap<>();

    private SeriesSpecimen(Specimen image, int count, TimeAxis axis) {
        this.image = image;
        this.count = count;
        this.axis = axis;
    }

    /** @param z a multiple of the thickness of a brick */
    public static SeriesSpecimen growing(int x, int y, int z, int count) {
        return new SeriesSpecimen(Specimen.of(x, y, z), count, TimeAxis.growing());
    }

    /** As {@link #growing}, of a number of steps that is known. */
    public static SeriesSpecimen known(int x, int y, int z, int count) {
        SeriesSpecimen steps = growing(x, y, z, count);
        return new SeriesSpecimen(steps.image, count, TimeAxis.of(steps.times(count)));
    }

    /** Its first steps, and no more. */
    SeriesSpecimen first(int steps) {
        TimeAxis known = axis.isGrowing() ? axis : TimeAxis.of(times(steps));
        return new SeriesSpecimen(image, steps, known);
    }

    Specimen image() {
        return image;
    }

    ImageGeometry geometry() {
        return image.geometry();
    }

    /** The number of steps. */
    int count() {
        return count;
    }

    double time(int step) {
        return step * 0.1;
    }

    private double[] times(int steps) {
        double[] times = new double[steps];
        Arrays.setAll(times, this::time);
        return times;
    }

    /** The step whose values an array has at a step: of two arrays the one of some steps before. */
    int slab(SpecimenArray array, int step) {
        return switch (array.spec().name()) {
            case "raw bytes" -> step - step % 3;
            case "cells" -> step - step % 2;
            default -> step;
        };
    }

    List<FieldArray> fields(int step) {
        return List.of(
                FieldArray.of("numbers", step, step + 0.5),
                FieldArray.ofStrings("texts", List.of("step " + step, "", "µ".repeat(step % 4))));
    }

    /** How a slice of a step is told. */
    int number(int step, int k) {
        return step * geometry().dimensions().z() + k;
    }

    @Override
    public SubjectWriter open(Path output, WriteOptions options, Progress progress) throws IOException {
        ImageSeriesWriter writer = ImageSeriesWriter.create(output, geometry(), axis, options);
        return opened(writer, false, progress);
    }

    SubjectWriter opened(ImageSeriesWriter writer, boolean isStoredAsFound, Progress progress) throws IOException {
        try {
            return new SeriesSubjectWriter(this, writer, isStoredAsFound, progress);
        } catch (IOException | RuntimeException | Error e) {
            writer.abort();
            throw e;
        }
    }

    @Override
    public SliceSets all() {
        return steps(count);
    }

    /** The first steps, and all of their slices. */
    SliceSets steps(int steps) {
        SliceSets all = new SliceSets();
        for (int step = 0; step < steps; step++) {
            all.add(STEPS, step);
            for (SpecimenArray array : image.arrays()) {
                for (int k = 0; k < image.slices(array); k++) {
                    all.add(array.spec().name(), number(step, k));
                }
            }
        }
        return all;
    }

    @Override
    public void keepCommitted(SliceSets written) {
        written.keepLayers("bricks", Specimen.BRICK, number(count, 0));
    }

    @Override
    public SliceSets shown(SliceSets committed) {
        SliceSets steps = new SliceSets();
        committed.of(STEPS).stream().forEach(step -> steps.add(STEPS, step));
        return steps;
    }

    @Override
    public void requireWhole(Path file) throws IOException {
        shown(all()).requireWithin(slicesOf(file), "are missing");
    }

    @Override
    public SliceSets slicesOf(Path file) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            List<SeenStep> seen = new ArrayList<>();
            if (!reader.arrays().isEmpty() || !reader.unreadable().isEmpty()) {
                for (double time : reader.times()) {
                    seen.add(seen(reader.atStep(seen.size()), time));
                }
            }
            return judge(seen);
        }
    }

    private static SeenStep seen(ImageDataReader reader, double time) throws IOException {
        Map<String, List<Long>> slices = new HashMap<>();
        for (ArrayReader array : reader.arrays()) {
            List<Long> checksums = new ArrayList<>();
            for (int k = 0; k < array.dimensions().z(); k++) {
                checksums.add(crc32(array.readSlice(k)));
            }
            slices.put(array.spec().name(), checksums);
        }
        Map<String, List<Object>> fields = new HashMap<>();
        for (FieldArray field : reader.fields()) {
            fields.put(field.name(), values(field));
        }
        return new SeenStep(time, slices, fields);
    }

    private static List<Object> values(FieldArray field) {
        if (field.isStrings()) {
            return List.copyOf(field.asStrings().values());
        }
        return Arrays.stream(field.asNumbers().values(double[].class))
                .boxed()
                .map(Object.class::cast)
                .toList();
    }

    /**
     * Holds what was seen, of all steps that there are, against what was written.
     *
     * @return the steps
     * @throws AssertionError if anything is another value than was written
     */
    SliceSets judge(List<SeenStep> seen) {
        SliceSets steps = new SliceSets();
        for (int step = 0; step < seen.size(); step++) {
            judge(step, seen.get(step));
            steps.add(STEPS, step);
        }
        return steps;
    }

    private void judge(int step, SeenStep seen) {
        require(seen.time(), time(step), "the time of step " + step);
        Map<String, List<Object>> fields = new HashMap<>(seen.fields());
        fields.remove("TimeValue");
        Map<String, List<Object>> written = new HashMap<>(Map.of(CONSTANT.name(), values(CONSTANT)));
        fields(step).forEach(field -> written.put(field.name(), values(field)));
        require(fields, written, "the field arrays of step " + step);
        require(seen.slices().keySet().size(), image.arrays().size(), "the number of arrays of step " + step);
        for (SpecimenArray array : image.arrays()) {
            List<Long> expected = new ArrayList<>();
            for (int k = 0; k < image.slices(array); k++) {
                expected.add(checksum(array, slab(array, step), k));
            }
            require(
                    seen.slices().get(array.spec().name()),
                    expected,
                    array.spec().name() + " at step " + step);
        }
    }

    private static void require(Object found, Object expected, String what) {
        if (!expected.equals(found)) {
            throw new AssertionError(what + ": found " + found + ", expected " + expected);
        }
    }

    private long checksum(SpecimenArray array, int step, int k) {
        return checksums.computeIfAbsent(
                array.spec().name() + " " + step + " " + k,
                key -> crc32(array.slice(geometry().dimensions(array.spec().association()), step, k)));
    }

    private static long crc32(Object values) {
        CRC32 crc = new CRC32();
        crc.update(Bits.of(values));
        return crc.getValue();
    }
}
