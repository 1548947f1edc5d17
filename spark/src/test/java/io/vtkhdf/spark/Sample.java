package io.vtkhdf.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.compare.ImageComparison;
import io.vtkhdf.compare.SeriesComparison;
import io.vtkhdf.compare.Tolerance;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.plan.PlanOptions;
import io.vtkhdf.plan.SlabArray;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabWriter;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An image whose values are a formula, of odd sizes, in several chunks, with cells and components; judge.py knows the
 * same formula.
 */
final class Sample {

    static final ImageGeometry GEOMETRY =
            ImageGeometry.of(23, 17, 13).withSpacing(0.5, 0.25, 2).withOrigin(1, -2, 3);
    static final ArraySpec DENSITY = ArraySpec.point("density", ScalarType.FLOAT32);
    static final ArraySpec VELOCITY =
            ArraySpec.point("velocity", ScalarType.FLOAT64).withComponents(3);
    static final ArraySpec ID = ArraySpec.cell("id", ScalarType.INT16);
    static final List<ArraySpec> ARRAYS = List.of(DENSITY, VELOCITY, ID);

    private Sample() {}

    /** How it is stored. */
    enum Form {
        RAW(Storage.raw()),
        PARTS(Storage.gzip(1).withChunk(ChunkShape.of(9, 10, 3))),
        CONSOLIDATED(Storage.gzip(1).withChunk(ChunkShape.of(9, 10, 3)));

        private final Storage storage;

        Form(Storage storage) {
            this.storage = storage;
        }

        WriteOptions options() {
            return WriteOptions.defaults().withStorage(storage);
        }

        boolean isOneFile() {
            return this != PARTS;
        }
    }

    static SlabPlan plan(Path file, Form form) throws IOException {
        return plan(file, form, form.options());
    }

    static SlabPlan plan(Path file, Form form, WriteOptions options) throws IOException {
        return SlabPlan.create(
                file,
                GEOMETRY,
                ARRAYS,
                PlanOptions.ofSlabs(5).withWriteOptions(options).withPageAlignment(false));
    }

    static SlabPlan planOfPoints(Path file, Form form) throws IOException {
        return SlabPlan.create(
                file,
                GEOMETRY,
                List.of(DENSITY, VELOCITY),
                PlanOptions.ofSlabs(5).withWriteOptions(form.options()));
    }

    /** The file that a single process writes. */
    static Path single(Path file, Form form) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, GEOMETRY, form.options())) {
            for (ArraySpec spec : ARRAYS) {
                ArrayWriter array = writer.createArray(spec);
                for (int k = 0; k < array.dimensions().z(); k++) {
                    array.writeSlice(k, slice(spec, k));
                }
            }
            writer.finish();
        }
        return file;
    }

    /** A z slice, x fastest. */
    static Serializable slice(ArraySpec array, int k) {
        Dimensions size = GEOMETRY.dimensions(array.association());
        float[] density = new float[size.x() * size.y()];
        double[] velocity = new double[3 * density.length];
        short[] id = new short[density.length];
        for (int j = 0, at = 0; j < size.y(); j++) {
            for (int i = 0; i < size.x(); i++, at++) {
                density[at] = i + 100 * j + 10000 * k;
                id[at] = (short) (7 * i - 300 * j - 900 * k);
                for (int c = 0; c < 3; c++) {
                    velocity[3 * at + c] = 0.1 * density[at] + c;
                }
            }
        }
        return array.equals(DENSITY) ? density : array.equals(VELOCITY) ? velocity : id;
    }

    /** All values of an array, z slice after z slice. */
    static Object all(ArraySpec array) {
        Object first = slice(array, 0);
        int each = Array.getLength(first);
        int slices = GEOMETRY.dimensions(array.association()).z();
        Object all = Array.newInstance(first.getClass().getComponentType(), each * slices);
        for (int k = 0; k < slices; k++) {
            System.arraycopy(slice(array, k), 0, all, k * each, each);
        }
        return all;
    }

    /** Writes a slab, and says so before each slice. */
    static void write(SlabWriter slab, BeforeSlice before) throws Exception {
        for (ArraySpec spec : ARRAYS) {
            SlabArray array = slab.array(spec.association(), spec.name());
            if (array.slices().isPresent()) {
                Slab own = array.slices().get();
                for (int k = own.first(); k < own.first() + own.count(); k++) {
                    before.slice(spec.association(), k);
                    array.writeSlice(k, slice(spec, k));
                }
            }
        }
    }

    static void write(SlabWriter slab) throws Exception {
        write(slab, (association, k) -> {});
    }

    interface BeforeSlice {
        void slice(Association association, int k) throws Exception;
    }

    static List<ImageSlice> slices() {
        List<ImageSlice> slices = new ArrayList<>();
        for (ArraySpec spec : ARRAYS) {
            for (int k = 0; k < GEOMETRY.dimensions(spec.association()).z(); k++) {
                slices.add(ImageSlice.of(spec, k, slice(spec, k)));
            }
        }
        return slices;
    }

    /** That a file is what a single process writes, byte for byte if it is one file, and that nothing else is there. */
    static void assertIsAsOfOne(Path file, Form form) throws IOException {
        Path expected = single(Files.createTempDirectory("vtkhdf-spark").resolve("single.vtkhdf"), form);
        if (form.isOneFile()) {
            assertEquals(-1, Files.mismatch(expected, file));
            assertEquals(List.of(file.getFileName().toString()), names(file.getParent()));
        } else {
            assertAreSame(expected, file);
            Path parts = file.resolveSibling(file.getFileName() + ".parts");
            assertEquals(
                    List.of(file.getFileName().toString(), parts.getFileName().toString()), names(file.getParent()));
            // One for each layer of chunks of cells.
            try (Stream<Path> all = Files.walk(parts)) {
                assertEquals(
                        4,
                        all.filter(part -> part.toString().endsWith(".vtkhdf")).count());
            }
        }
        Files.delete(expected);
        Files.delete(expected.getParent());
    }

    /** That two files, of whatever formats, hold the same images at the same times. */
    static void assertAreSame(Path a, Path b) throws IOException {
        try (ImageSeries expected = ImageSources.openSeries(a);
                ImageSeries found = ImageSources.openSeries(b)) {
            SeriesComparison comparison = new SeriesComparison(
                    expected, found, Tolerance.NONE, (step, left, right) -> new ImageComparison(left, right));
            assertTrue(
                    comparison
                            .run(step -> assertTrue(step.isSame(), () -> b + ": " + step))
                            .isSame(),
                    () -> b + ": another number of steps");
        }
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
