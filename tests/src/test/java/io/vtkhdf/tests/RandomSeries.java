package io.vtkhdf.tests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.plan.SlabArray;
import io.vtkhdf.plan.SlabWriter;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A time series that follows from a seed: what its steps hold, how it is stored, and in what parts it is written.
 * Values follow from where they stand, see {@code series_judge.py}.
 */
final class RandomSeries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final ScalarType[] TYPES = ScalarType.values();

    final Random random;
    final ImageGeometry geometry;
    final List<ArraySpec> arrays = new ArrayList<>();
    final Storage storage;
    final boolean isKnown;
    final double[] times;
    /** By array and step, whose step's values it has. */
    final List<int[]> sources = new ArrayList<>();

    private final List<Field> fields = new ArrayList<>();
    private final long seed;
    private boolean hasConstants = true;

    /** A field array: rows for each step; one that is constant has the same at all. */
    private record Field(String name, boolean strings, boolean constant, int components, List<List<Object>> values) {}

    RandomSeries(long seed, int mostSteps) {
        this.seed = seed;
        this.random = new Random(seed);
        this.geometry = ImageGeometry.of(length(), length(), length());
        this.storage = storage();
        this.isKnown = random.nextBoolean();
        this.times = new double[1 + random.nextInt(mostSteps)];
        double time = random.nextInt(5) - 2;
        for (int step = 0; step < times.length; step++) {
            times[step] = time;
            time += 0.25 + random.nextInt(3);
        }
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String name = "array" + i;
            ScalarType type = TYPES[random.nextInt(TYPES.length)];
            ArraySpec spec = random.nextInt(3) == 0 ? ArraySpec.cell(name, type) : ArraySpec.point(name, type);
            arrays.add(spec.withComponents(1 + random.nextInt(3)));
            sources.add(randomSources());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            fields.add(field("field" + i));
        }
    }

    private int length() {
        return random.nextInt(4) == 0 ? 1 : 2 + random.nextInt(5);
    }

    private Storage storage() {
        Storage drawn =
                switch (random.nextInt(4)) {
                    case 0, 1 -> Storage.raw();
                    case 2 -> Storage.gzip(1 + random.nextInt(9));
                    default -> Storage.chunked(ChunkShape.slice());
                };
        if (drawn.equals(Storage.raw())) {
            return drawn;
        }
        if (random.nextBoolean()) {
            drawn = drawn.withChunk(ChunkShape.of(1 + random.nextInt(5), 1 + random.nextInt(5), 1 + random.nextInt(5)));
        }
        return random.nextInt(3) == 0 ? drawn.withChecksum() : drawn;
    }

    private int[] randomSources() {
        int[] steps = new int[times.length];
        for (int step = 0; step < steps.length; step++) {
            steps[step] = step > 0 && random.nextInt(3) == 0 ? steps[step - 1] : step;
        }
        return steps;
    }

    private Field field(String name) {
        boolean strings = random.nextInt(3) == 0;
        boolean constant = random.nextInt(3) == 0;
        int components = strings ? 1 : 1 + random.nextInt(3);
        boolean single = random.nextBoolean();
        List<List<Object>> values = new ArrayList<>();
        for (int step = 0; step < times.length; step++) {
            if (constant && step > 0) {
                values.add(values.get(0));
                continue;
            }
            List<Object> rows = new ArrayList<>();
            int count = single ? 1 : 1 + random.nextInt(4);
            for (int row = 0; row < count; row++) {
                rows.add(row(strings, components));
            }
            values.add(rows);
        }
        return new Field(name, strings, constant, components, values);
    }

    private Object row(boolean strings, int components) {
        if (strings) {
            return "text " + random.nextInt(1000);
        }
        List<Double> row = new ArrayList<>();
        for (int i = 0; i < components; i++) {
            row.add(random.nextInt(1000) / 8.0);
        }
        return components == 1 ? row.get(0) : row;
    }

    /** Those that are the same at all steps, too. */
    void giveAllFieldsAtEachStep() {
        hasConstants = false;
    }

    /** A plan has neither arrays that are reused nor fields that change. */
    void giveEachStepItsOwn() {
        sources.replaceAll(each -> IntStream.range(0, times.length).toArray());
        fields.removeIf(field -> !field.constant);
    }

    /** The field arrays that are the same at all steps. */
    List<FieldArray> constants() {
        return fields.stream()
                .filter(field -> field.constant)
                .map(field -> array(field, 0))
                .toList();
    }

    TimeAxis axis() {
        return isKnown ? TimeAxis.of(times) : TimeAxis.growing();
    }

    /** What does not belong to a step. */
    void writeConstants(ImageSeriesWriter series) throws IOException {
        for (Field field : fields) {
            if (field.constant && hasConstants) {
                series.writeField(array(field, 0));
            }
        }
    }

    private static FieldArray array(Field field, int step) {
        List<Object> rows = field.values.get(step);
        if (field.strings) {
            return FieldArray.ofStrings(
                    field.name, rows.stream().map(String.class::cast).toList());
        }
        double[] values = rows.stream()
                .flatMap(row -> row instanceof List<?> list ? list.stream() : Stream.of(row))
                .mapToDouble(value -> (Double) value)
                .toArray();
        return FieldArray.ofNumbers(field.name, ScalarType.FLOAT64, field.components, values);
    }

    /** A step's values of its own, in random parts and order. */
    void writeStep(ImageSeriesWriter series, int number, boolean isResumed) throws IOException {
        StepWriter step = series.step(times[number]);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        for (int i : order) {
            ArraySpec spec = arrays.get(i);
            if (sources.get(i)[number] < number) {
                step.reuse(spec.association(), spec.name());
            } else {
                write(step.createArray(spec), i, number, isResumed);
            }
            if (random.nextInt(6) == 0) {
                series.commit();
            }
        }
        for (Field field : fields) {
            if (!field.constant || !hasConstants) {
                step.writeField(array(field, number));
            }
        }
        if (random.nextBoolean()) {
            step.finish();
        }
    }

    /** The steps of a slab, one after the other. */
    void writeSlab(SlabWriter slab) throws IOException {
        for (int step = slab.slab().first();
                step < slab.slab().first() + slab.slab().count();
                step++) {
            for (int i = 0; i < arrays.size(); i++) {
                SlabArray array = slab.array(
                        step, arrays.get(i).association(), arrays.get(i).name());
                array.write(array.slices().orElseThrow(), values(arrays.get(i), array.dimensions(), i, step));
            }
        }
    }

    /** A part of a step. */
    void begin(ImageSeriesWriter series, int number) throws IOException {
        StepWriter step = series.step(times[number]);
        for (int i = 0; i < arrays.size(); i++) {
            ArraySpec spec = arrays.get(i);
            if (sources.get(i)[number] == number) {
                ArrayWriter array = step.createArray(spec);
                for (int slice = 0; slice < array.dimensions().z(); slice++) {
                    if (random.nextBoolean() && !array.isWritten(slice)) {
                        writeSlice(array, i, number, slice);
                    }
                }
            }
        }
    }

    private void write(ArrayWriter array, int index, int step, boolean isResumed) throws IOException {
        if (!isResumed && random.nextInt(3) == 0) {
            writeRows(array, index, step);
            return;
        }
        List<Integer> slices = new ArrayList<>(array.missingSlices().boxed().toList());
        Collections.shuffle(slices, random);
        for (int slice : slices) {
            writeSlice(array, index, step, slice);
        }
    }

    private void writeSlice(ArrayWriter array, int index, int step, int slice) throws IOException {
        Dimensions size = array.dimensions();
        Object values = values(array.spec(), size, index, step);
        int length = size.x() * size.y() * array.spec().components();
        Object part = array.spec().type().newArray(length);
        System.arraycopy(values, slice * length, part, 0, length);
        array.writeSlice(slice, part);
    }

    /** One row of all slices at a time. */
    private void writeRows(ArrayWriter array, int index, int step) throws IOException {
        Dimensions size = array.dimensions();
        Object values = values(array.spec(), size, index, step);
        int row = size.x() * array.spec().components();
        for (int y = 0; y < size.y(); y++) {
            Object part = array.spec().type().newArray(row * size.z());
            for (int z = 0; z < size.z(); z++) {
                System.arraycopy(values, (z * size.y() + y) * row, part, z * row, row);
            }
            array.write(new Region(0, y, 0, new Dimensions(size.x(), 1, size.z())), part);
        }
    }

    /** All values of an array at a step. */
    private static Object values(ArraySpec spec, Dimensions size, int index, int step) {
        int count = Math.toIntExact(size.count() * spec.components());
        Object values = spec.type().newArray(count);
        for (int i = 0; i < count; i++) {
            int value = (37 * index + 11 * step + 3 * i) % 120;
            switch (spec.type()) {
                case INT8, UINT8 -> Array.setByte(values, i, (byte) value);
                case INT16, UINT16 -> Array.setShort(values, i, (short) value);
                case INT32, UINT32 -> Array.setInt(values, i, value);
                case INT64, UINT64 -> Array.setLong(values, i, value);
                case FLOAT32 -> Array.setFloat(values, i, value / 4f);
                case FLOAT64 -> Array.setDouble(values, i, value / 4.0);
                default -> throw new AssertionError(spec.type());
            }
        }
        return values;
    }

    /** What is expected of a file that has so many of the steps. */
    ObjectNode request(Path file, int steps) {
        ObjectNode request = JSON.createObjectNode().put("file", file.toString());
        Dimensions points = geometry.dimensions();
        request.putArray("points").add(points.x()).add(points.y()).add(points.z());
        ArrayNode shown = request.putArray("times");
        Arrays.stream(times).limit(steps).forEach(shown::add);
        ArrayNode expected = request.putArray("arrays");
        for (int i = 0; i < arrays.size(); i++) {
            ArraySpec spec = arrays.get(i);
            ObjectNode array = expected.addObject()
                    .put("association", spec.association() == Association.POINT ? "PointData" : "CellData")
                    .put("name", spec.name())
                    .put("components", spec.components())
                    .put("dtype", dtype(spec.type()))
                    .put("index", i);
            ArrayNode from = array.putArray("sources");
            Arrays.stream(sources.get(i)).limit(steps).forEach(from::add);
        }
        ArrayNode others = request.putArray("fields");
        for (Field field : fields) {
            ObjectNode node = others.addObject().put("name", field.name).put("strings", field.strings);
            node.set("values", JSON.valueToTree(field.values.subList(0, steps)));
        }
        return request;
    }

    private static String dtype(ScalarType type) {
        String kind = type.isFloating() ? "f" : type.name().startsWith("U") ? "u" : "i";
        return kind + type.size();
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + geometry.dimensions() + ", " + arrays + ", " + storage + ", " + axis();
    }
}
