package io.vtkhdf.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of plans share: an image whose values are a formula. */
abstract class PlanFixture {

    static final ImageGeometry IMAGE =
            ImageGeometry.of(7, 5, 23).withOrigin(1, 2, 3).withSpacing(0.5, 0.25, 2);

    static final List<ArraySpec> ARRAYS = List.of(
            ArraySpec.point("density", ScalarType.FLOAT32),
            ArraySpec.cell("material", ScalarType.UINT8),
            ArraySpec.point("velocity", ScalarType.FLOAT64)
                    .withComponents(3)
                    .withComponentNames(List.of("u", "v", "w")));

    static final List<FieldArray> FIELDS =
            List.of(FieldArray.of("k", 1.5, 2.5), FieldArray.ofStrings("made by", List.of("a", "test")));

    static final List<ActiveArray> ACTIVE = List.of(new ActiveArray(Association.POINT, ArrayRole.SCALARS, "density"));

    @TempDir
    Path directory;

    Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("image.vtkhdf");
    }

    static PlanOptions options(int slabs, Storage storage) {
        return PlanOptions.ofSlabs(slabs)
                .withWriteOptions(WriteOptions.defaults().withStorage(storage))
                .withFields(FIELDS)
                .withActive(ACTIVE);
    }

    SlabPlan raw(int slabs) throws IOException {
        return SlabPlan.create(file, IMAGE, ARRAYS, options(slabs, Storage.raw()));
    }

    SlabPlan compressed(int slabs) throws IOException {
        return SlabPlan.create(file, IMAGE, ARRAYS, options(slabs, Storage.gzip(4)));
    }

    /** A slice of an array: a number that tells array, step, slice and place. */
    static Object slice(ArraySpec spec, ImageGeometry geometry, int step, int k) {
        int values = geometry.dimensions(spec.association()).x()
                * geometry.dimensions(spec.association()).y()
                * spec.components();
        Object slice = spec.type().newArray(values);
        for (int i = 0; i < values; i++) {
            double value = 1000.0 * step + 100.0 * k + i + spec.name().length();
            switch (spec.type()) {
                case FLOAT32 -> Array.setFloat(slice, i, (float) value);
                case FLOAT64 -> Array.setDouble(slice, i, value);
                default -> Array.setByte(slice, i, (byte) (int) value);
            }
        }
        return slice;
    }

    /** Writes a slab of an image, last slice first. */
    static SlabReceipt write(SlabPlan plan, int slab) throws IOException {
        try (SlabWriter writer = plan.open(slab)) {
            for (ArraySpec spec : plan.arrays()) {
                SlabArray array = writer.array(spec.association(), spec.name());
                Slab own = array.slices().orElse(null);
                for (int k = own == null ? -1 : own.first() + own.count() - 1; own != null && k >= own.first(); k--) {
                    array.writeSlice(k, slice(spec, plan.geometry(), 0, k));
                }
            }
            return writer.finish();
        }
    }

    static List<SlabReceipt> writeAll(SlabPlan plan) throws IOException {
        List<SlabReceipt> receipts = new ArrayList<>();
        for (int slab = plan.slabs() - 1; slab >= 0; slab--) {
            receipts.add(write(plan, slab));
        }
        return receipts;
    }

    /** The same image by a single writer, one array after the other. */
    Path single(Storage storage) throws IOException {
        return single(IMAGE, storage);
    }

    Path single(ImageGeometry geometry, Storage storage) throws IOException {
        Path single = directory.resolve("single.vtkhdf");
        WriteOptions options = WriteOptions.defaults().withStorage(storage).withCommits(Commits.onDemand());
        try (ImageDataWriter writer =
                new WritePlan(single, options).create(new ImageSpec(geometry, ARRAYS, FIELDS, ACTIVE))) {
            for (ArraySpec spec : ARRAYS) {
                ArrayWriter array = writer.array(spec.association(), spec.name());
                for (int k = 0; k < array.dimensions().z(); k++) {
                    array.writeSlice(k, slice(spec, geometry, 0, k));
                }
            }
            writer.finish();
        }
        return single;
    }

    /** What is left of a finished file if the run is killed before it has its name: the plan's id is behind its end. */
    void takeName(SlabPlan plan) throws IOException {
        Path part = Files.move(file, directory.resolve("image.vtkhdf.part"));
        Files.writeString(part, "some bytes and " + plan.id(), StandardOpenOption.APPEND);
    }

    static void assertSameBytes(Path expected, Path found) throws IOException {
        assertEquals(-1, Files.mismatch(expected, found));
    }

    void assertFiles(String... names) throws IOException {
        try (Stream<Path> list = Files.walk(directory)) {
            assertEquals(
                    List.of(names),
                    list.filter(Files::isRegularFile)
                            .map(path -> directory.relativize(path).toString())
                            .sorted()
                            .toList());
        }
    }

    static <T extends Throwable> T assertMessage(Class<T> type, String message, Executable call) {
        T thrown = assertThrows(type, call);
        assertTrue(String.valueOf(thrown.getMessage()).contains(message), thrown.getMessage());
        return thrown;
    }
}
