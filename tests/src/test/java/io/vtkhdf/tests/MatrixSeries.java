package io.vtkhdf.tests;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Writes the time series of {@code tests/matrix} that are ours. */
final class MatrixSeries {

    private static final ImageGeometry PLAIN =
            ImageGeometry.of(9, 7, 5).withOrigin(1.5, -2.25, 1e-3).withSpacing(0.1, 0.25, 1e5);

    /** One instant. What is the very array of the step before is not written again. */
    record Step(double time, List<RandomArray> arrays, List<FieldArray> fields) {}

    private final MatrixManifest manifest;
    private final RandomGenerator random = new SplittableRandom(2);

    MatrixSeries(MatrixManifest manifest) {
        this.manifest = manifest;
    }

    void writeAll() throws IOException {
        storages();
        contents();
        dimensions();
        geometries();
        reused();
        fields();
        underWay();
        appended();
    }

    private void storages() throws IOException {
        manifest.family("series, storage");
        ImageGeometry geometry = ImageGeometry.of(33, 20, 9);
        for (StorageCase storage : List.of(
                StorageCase.RAW,
                StorageCase.of(0, false, false),
                StorageCase.of(1, true, false),
                StorageCase.of(9, true, true),
                StorageCase.of(1, true, false).withChunk(8, 8, 4),
                StorageCase.of(0, false, false).withChunk(33, 20, 9))) {
            for (int count : List.of(2, 3, 40)) {
                ArraySpec values = new ArraySpec(Association.POINT, "values", ScalarType.FLOAT32, 1);
                ArraySpec vectors = new ArraySpec(Association.CELL, "vectors", ScalarType.INT16, 3);
                List<Step> steps = draw(geometry, storage, count, values, vectors);
                write(storage + ", " + count + " steps, growing", geometry, TimeAxis.growing(), steps);
                write(storage + ", " + count + " steps, known", geometry, TimeAxis.of(times(steps)), steps);
            }
        }
    }

    private void contents() throws IOException {
        manifest.family("series, arrays");
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            for (int components : List.of(1, 3)) {
                ArraySpec[] specs = Arrays.stream(ScalarType.values())
                        .map(type -> new ArraySpec(association, type.vtkName(), type, components))
                        .toArray(ArraySpec[]::new);
                write("all types, " + association.name().toLowerCase() + " data, components: " + components, specs);
            }
        }
        ArraySpec[] many = IntStream.range(0, 60)
                .mapToObj(i -> ArraySpec.point("array " + i, ScalarType.UINT8))
                .toArray(ArraySpec[]::new);
        write("60 arrays", many);
        write("none");
        for (int count : List.of(0, 1)) {
            List<Step> steps = draw(PLAIN, StorageCase.RAW, count, ArraySpec.point("values", ScalarType.FLOAT64));
            write(count + " steps", PLAIN, TimeAxis.growing(), steps);
        }
    }

    private void write(String title, ArraySpec... specs) throws IOException {
        write(title, PLAIN, TimeAxis.growing(), draw(PLAIN, StorageCase.RAW, 3, specs));
    }

    private void dimensions() throws IOException {
        int[][] all = {{1, 1, 1}, {6, 1, 1}, {1, 6, 1}, {1, 1, 6}, {6, 4, 1}, {6, 1, 5}, {1, 4, 5}, {2, 2, 2}};
        for (int[] d : all) {
            ImageGeometry geometry = ImageGeometry.of(d[0], d[1], d[2]);
            manifest.family("series, " + d[0] + " x " + d[1] + " x " + d[2] + " points");
            for (Association association : List.of(Association.POINT, Association.CELL)) {
                for (int components : List.of(1, 3)) {
                    ArraySpec spec = new ArraySpec(association, "values", ScalarType.FLOAT32, components);
                    String title = association.name().toLowerCase() + " data, components: " + components;
                    write(title, geometry, TimeAxis.growing(), draw(geometry, StorageCase.RAW, 2, spec));
                }
            }
        }
    }

    private void geometries() throws IOException {
        manifest.family("series, geometry");
        ArraySpec spec = ArraySpec.point("values", ScalarType.FLOAT64);
        ImageGeometry turned = PLAIN.withDirection(0.6, -0.8, 0, 0.8, 0.6, 0, 0, 0, 1);
        write("direction", turned, TimeAxis.growing(), draw(turned, StorageCase.RAW, 3, spec));
        for (int first : List.of(3, -4)) {
            Extent extent = new Extent(first, first + 8, 0, 6, first, first + 4);
            ImageGeometry shifted = new ImageGeometry(extent, PLAIN.origin(), PLAIN.spacing(), PLAIN.direction());
            List<Step> steps = draw(shifted, StorageCase.RAW, 3, spec);
            write("extent from " + first + ", moved to 0", shifted, TimeAxis.growing(), steps, false);
            write("extent from " + first + ", kept", shifted, TimeAxis.growing(), steps, true);
        }
    }

    /** Arrays that are stored once for several steps. */
    private void reused() throws IOException {
        manifest.family("series, reused");
        ArraySpec mask = ArraySpec.cell("mask", ScalarType.UINT8);
        ArraySpec values = ArraySpec.point("values", ScalarType.FLOAT32);
        for (StorageCase storage : List.of(StorageCase.RAW, StorageCase.of(1, true, false))) {
            for (String pattern : List.of("AAAA", "ABBA", "AABB", "ABBB")) {
                List<Step> drawn = draw(PLAIN, storage, pattern.length(), mask, values);
                List<Step> steps = new ArrayList<>();
                for (int k = 0; k < drawn.size(); k++) {
                    boolean same = k > 0 && pattern.charAt(k) == pattern.charAt(k - 1);
                    RandomArray first =
                            (same ? steps.get(k - 1) : drawn.get(k)).arrays().get(0);
                    List<RandomArray> arrays =
                            List.of(first, drawn.get(k).arrays().get(1));
                    steps.add(new Step(drawn.get(k).time(), arrays, List.of()));
                }
                write(pattern + ", " + storage, PLAIN, TimeAxis.growing(), steps);
                write(pattern + ", " + storage + ", known", PLAIN, TimeAxis.of(times(steps)), steps);
            }
        }
    }

    private void fields() throws IOException {
        manifest.family("series, field data");
        writeFields("a number a step", k -> FieldArray.of("f", 0.5 * k));
        writeFields("one tuple of 3 a step", k -> FieldArray.ofNumbers("f", ScalarType.INT32, 3, new int[] {k, 2, 3}));
        writeFields("several numbers a step", k -> FieldArray.of("f", 0.5 * k, 2, 3));
        writeFields("other numbers of them", k -> FieldArray.of("f", new double[k + 1]));
        writeFields("the same list of numbers", k -> FieldArray.of("f", 1, 2, 3));
        writeFields("a string a step", k -> FieldArray.ofStrings("f", List.of("step " + k)));
        writeFields("the same string", k -> FieldArray.ofStrings("f", List.of("größe")));
        writeFields("several strings a step", k -> FieldArray.ofStrings("f", List.of("a", "b" + k, "")));
    }

    private interface Field {
        FieldArray of(int step);
    }

    private void writeFields(String title, Field field) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (Step step : draw(PLAIN, StorageCase.RAW, 3, ArraySpec.point("values", ScalarType.FLOAT64))) {
            steps.add(new Step(step.time(), step.arrays(), List.of(field.of(steps.size()))));
        }
        write(title, PLAIN, TimeAxis.growing(), steps);
    }

    /** As each commit, and a writer that is killed, leaves it, with a step that is not complete. */
    private void underWay() throws IOException {
        manifest.family("series, committed under way");
        for (StorageCase storage : List.of(StorageCase.RAW, StorageCase.of(1, true, false))) {
            List<Step> steps = draw(PLAIN, storage, 4, ArraySpec.point("values", ScalarType.FLOAT32));
            for (TimeAxis axis : List.of(TimeAxis.growing(), TimeAxis.of(times(steps)))) {
                underWay(storage + ", " + (axis.isGrowing() ? "growing" : "known"), axis, steps);
            }
        }
    }

    private void underWay(String title, TimeAxis axis, List<Step> steps) throws IOException {
        Path file = manifest.scratch();
        WriteOptions inPlace = WriteOptions.defaults().withInPlace(true);
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, PLAIN, axis, inPlace)) {
            for (int k = 0; k < steps.size(); k++) {
                StepWriter step = series.step(steps.get(k).time());
                RandomArray array = steps.get(k).arrays().get(0);
                ArrayWriter writer =
                        step.createArray(array.spec(), array.storage().storage());
                write(writer, array, new Slab(0, 2));
                series.commit();
                Path committed = manifest.nextFile();
                Files.copy(file, committed);
                add(title + ", steps: " + k + " and a part", committed, PLAIN, steps.subList(0, k));
                write(writer, array, new Slab(2, array.dimensions().z() - 2));
            }
            series.finish();
        }
        Files.delete(file);
    }

    private void appended() throws IOException {
        manifest.family("series, appended to");
        ArraySpec[] specs = {
            ArraySpec.point("values", ScalarType.FLOAT32),
            ArraySpec.cell("vectors", ScalarType.INT16).withComponents(3)
        };
        for (StorageCase storage : List.of(StorageCase.RAW, StorageCase.of(1, true, false))) {
            for (int before : List.of(1, 2, 5)) {
                List<Step> steps = draw(PLAIN, storage, before + 2, specs);
                Path file = manifest.nextFile();
                try (ImageSeriesWriter series = ImageSeriesWriter.create(file, PLAIN, TimeAxis.growing())) {
                    write(series, steps.subList(0, before));
                }
                try (ImageSeriesWriter series = ImageSeriesWriter.append(file)) {
                    write(series, steps.subList(before, before + 2));
                }
                add(storage + ", steps: " + before + " + 2", file, PLAIN, steps);
            }
        }
    }

    private List<Step> draw(ImageGeometry geometry, StorageCase storage, int count, ArraySpec... specs) {
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            List<RandomArray> arrays = new ArrayList<>();
            for (ArraySpec spec : specs) {
                arrays.add(RandomArray.draw(spec, geometry.dimensions(spec.association()), storage, random));
            }
            steps.add(new Step(0.25 * k - 1, arrays, List.of()));
        }
        return steps;
    }

    private static double[] times(List<Step> steps) {
        return steps.stream().mapToDouble(Step::time).toArray();
    }

    private void write(String title, ImageGeometry geometry, TimeAxis axis, List<Step> steps) throws IOException {
        write(title, geometry, axis, steps, false);
    }

    private void write(String title, ImageGeometry geometry, TimeAxis axis, List<Step> steps, boolean keepsExtent)
            throws IOException {
        Path file = manifest.nextFile();
        WriteOptions options = WriteOptions.defaults().withKeepExtent(keepsExtent);
        try (ImageSeriesWriter series = ImageSeriesWriter.create(file, geometry, axis, options)) {
            write(series, steps);
        }
        RandomImage image = new RandomImage(0, geometry, List.of(), List.of(), List.of(), keepsExtent);
        add(title, file, image.storedGeometry(), steps);
    }

    private static void write(ImageSeriesWriter series, List<Step> steps) throws IOException {
        List<RandomArray> before = List.of();
        for (Step step : steps) {
            StepWriter writer = series.step(step.time());
            for (RandomArray array : step.arrays()) {
                if (isAmong(before, array)) {
                    writer.reuse(array.spec().association(), array.spec().name());
                } else {
                    ArrayWriter target =
                            writer.createArray(array.spec(), array.storage().storage());
                    write(target, array, new Slab(0, array.dimensions().z()));
                }
            }
            for (FieldArray field : step.fields()) {
                writer.writeField(field);
            }
            before = step.arrays();
        }
        series.finish();
    }

    private static boolean isAmong(List<RandomArray> arrays, RandomArray array) {
        return arrays.stream().anyMatch(other -> other == array);
    }

    private static void write(ArrayWriter target, RandomArray array, Slab slab) throws IOException {
        int slice = array.bytes().length / array.dimensions().z();
        byte[] bytes = Arrays.copyOfRange(array.bytes(), slab.first() * slice, (slab.first() + slab.count()) * slice);
        ScalarType type = array.spec().type();
        target.write(Region.slab(array.dimensions(), slab), Bits.values(bytes, type.carrier(), type.size()));
    }

    /** A series of one is an image that says its time. */
    void add(String title, Path file, ImageGeometry geometry, List<Step> steps) throws IOException {
        if (steps.isEmpty()) {
            manifest.add(title, file, geometry, List.of(), List.of());
        } else if (steps.size() == 1) {
            List<FieldArray> fields = new ArrayList<>(steps.get(0).fields());
            fields.add(FieldArray.of("TimeValue", steps.get(0).time()));
            manifest.add(title, file, geometry, steps.get(0).arrays(), fields);
        } else {
            manifest.addSeries(title, file, geometry, steps);
        }
    }
}
