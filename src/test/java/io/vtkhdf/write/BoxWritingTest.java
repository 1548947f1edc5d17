package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.store.Boxes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays that are put together from boxes. */
class BoxWritingTest extends WriterFixture {

    private static final int[] LENGTHS = {1, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33};

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void random_decompositions_of_random_arrays_from_several_threads(long seed) throws Exception {
        Random random = new Random(seed);
        ImageGeometry geometry = ImageGeometry.of(length(random), length(random), length(random));
        List<ArraySpec> specs = new ArrayList<>();
        try (ImageDataWriter writer = ImageDataWriter.create(file, geometry)) {
            List<Callable<Void>> parts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                ScalarType type = ScalarType.values()[random.nextInt(ScalarType.values().length)];
                ArraySpec spec = (random.nextBoolean() ? ArraySpec.point("a" + i, type) : ArraySpec.cell("a" + i, type))
                        .withComponents(1 + random.nextInt(4));
                specs.add(spec);
                ArrayWriter array = writer.createArray(spec, storage(random));
                for (Region box : Boxes.decomposition(array.dimensions(), 1 + random.nextInt(25), random)) {
                    parts.add(part(array, box, random));
                }
            }
            run(parts, random);
            writer.finish();
        }
        check(specs);
    }

    private static int length(Random random) {
        return LENGTHS[random.nextInt(LENGTHS.length)];
    }

    private static Storage storage(Random random) {
        ChunkShape brick = ChunkShape.of(1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9));
        return switch (random.nextInt(5)) {
            case 0 -> Storage.raw();
            case 1 -> Storage.gzip(1);
            case 2 -> Storage.gzip(1).withChunk(brick).withChecksum();
            case 3 -> Storage.chunked(brick);
            default -> Storage.chunked(ChunkShape.of(1 + random.nextInt(9), 1, 1));
        };
    }

    /** A box in an array or a buffer, in either order; whole slices in all ways that there are. */
    private static Callable<Void> part(ArrayWriter array, Region box, Random random) {
        Order order = random.nextBoolean() ? Order.X_FASTEST : Order.X_SLOWEST;
        Object values = Boxes.values(array.spec(), array.dimensions(), box, order);
        Object given = random.nextBoolean() ? values : Boxes.buffer(array.spec().type(), values, random);
        boolean isSlab = box.equals(Region.slab(
                        array.dimensions(), new Slab(box.z(), box.size().z())))
                && random.nextBoolean();
        return () -> {
            if (!isSlab) {
                array.write(box, given, order);
            } else if (box.size().z() == 1) {
                array.writeSlice(box.z(), given, order);
            } else {
                array.write(new Slab(box.z(), box.size().z()), given, order);
            }
            if (given instanceof ByteBuffer buffer) {
                assertEquals(8, buffer.remaining());
            }
            return null;
        };
    }

    private static void run(List<Callable<Void>> parts, Random random) throws Exception {
        Collections.shuffle(parts, random);
        ExecutorService threads = Executors.newFixedThreadPool(1 + random.nextInt(4));
        try {
            for (Future<Void> done : threads.invokeAll(parts)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void check(List<ArraySpec> specs) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (ArraySpec spec : specs) {
                ArrayReader array = reader.array(spec.association(), spec.name());
                Dimensions d = array.dimensions();
                Object expected = Boxes.values(spec, d, Region.all(d), Order.X_FASTEST);
                assertEquals(spec.type().toBytes(expected), spec.type().toBytes(array.read()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ScalarType.class)
    void voxel_by_voxel(ScalarType type) throws IOException {
        for (Storage storage : List.of(Storage.raw(), Storage.gzip(1).withChunk(ChunkShape.of(2, 3, 2)))) {
            file = Files.createTempDirectory(directory, "voxels").resolve("image.vtkhdf");
            ArraySpec spec = ArraySpec.point("a", type).withComponents(2);
            try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
                ArrayWriter array = writer.createArray(spec, storage);
                List<Region> voxels = new ArrayList<>(Boxes.tiles(array.dimensions(), 1, 1, 1));
                Collections.shuffle(voxels, new Random(5));
                for (Region voxel : voxels) {
                    array.write(voxel, Boxes.values(spec, array.dimensions(), voxel, Order.X_FASTEST));
                }
                writer.finish();
            }
            check(List.of(spec));
        }
    }

    /** Bricks of 8 x 8 x 8 in an image of 17 x 17 x 17, written in boxes whose edges lie around theirs. */
    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9, 15, 16, 17})
    void edges_around_those_of_chunks(int edge) throws IOException {
        ArraySpec spec = ArraySpec.point("a", ScalarType.UINT16);
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(17, 17, 17))) {
            ArrayWriter array = writer.createArray(spec, Storage.gzip(1).withChunk(ChunkShape.of(8, 8, 8)));
            for (Region box : Boxes.tiles(array.dimensions(), edge, edge, edge)) {
                array.write(box, Boxes.values(spec, array.dimensions(), box, Order.X_FASTEST));
            }
            writer.finish();
        }
        check(List.of(spec));
    }

    @ParameterizedTest
    @CsvSource({"7 1 1", "1 7 1", "1 1 7", "7 5 1", "7 1 5", "1 7 5", "1 1 1"})
    void flat_images(String dimensions) throws IOException {
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            for (Storage storage : List.of(Storage.raw(), Storage.gzip(1), Storage.chunked(ChunkShape.of(2, 2, 2)))) {
                file = Files.createTempDirectory(directory, "flat").resolve("image.vtkhdf");
                ArraySpec spec = association == Association.POINT
                        ? ArraySpec.point("a", ScalarType.INT32)
                        : ArraySpec.cell("a", ScalarType.INT32);
                try (ImageDataWriter writer = ImageDataWriter.create(file, image(dimensions))) {
                    ArrayWriter array = writer.createArray(spec, storage);
                    for (Region box : Boxes.tiles(array.dimensions(), 3, 3, 3)) {
                        array.write(box, Boxes.values(spec, array.dimensions(), box, Order.X_SLOWEST), Order.X_SLOWEST);
                    }
                    writer.finish();
                }
                check(List.of(spec));
            }
        }
    }

    /** Raw, and whatever chunks are submitted in the same order. */
    @ParameterizedTest
    @CsvSource({"raw, 5, 4, 3", "slice, 16, 12, 1", "brick, 4, 4, 4", "brick, 16, 12, 4"})
    void the_files_bytes_are_those_of_slices(String name, int x, int y, int z) throws IOException {
        Storage storage =
                switch (name) {
                    case "raw" -> Storage.raw();
                    case "slice" -> Storage.gzip(1);
                    default -> Storage.gzip(1).withChunk(ChunkShape.of(4, 4, 4));
                };
        ArraySpec spec = ArraySpec.point("a", ScalarType.FLOAT32);
        Path slices = directory.resolve("slices.vtkhdf");
        ImageGeometry geometry = ImageGeometry.of(16, 12, 9);
        try (ImageDataWriter writer = ImageDataWriter.create(slices, geometry)) {
            ArrayWriter array = writer.createArray(spec, storage);
            for (Region slice : Boxes.tiles(array.dimensions(), 16, 12, 1)) {
                array.writeSlice(slice.z(), Boxes.values(spec, array.dimensions(), slice, Order.X_FASTEST));
            }
            writer.finish();
        }
        try (ImageDataWriter writer = ImageDataWriter.create(file, geometry)) {
            ArrayWriter array = writer.createArray(spec, storage);
            for (Region box : Boxes.tiles(array.dimensions(), x, y, z)) {
                array.write(box, Boxes.values(spec, array.dimensions(), box, Order.X_FASTEST));
            }
            writer.finish();
        }
        assertArrayEquals(Files.readAllBytes(slices), Files.readAllBytes(file));
    }

    static List<Storage> storages() {
        return List.of(
                Storage.raw(),
                Storage.gzip(1),
                Storage.gzip(1).withChunk(ChunkShape.of(2, 2, 2)),
                Storage.chunked(ChunkShape.of(3, 1, 1)));
    }

    private static Region box(int x, int y, int z, int sx, int sy, int sz) {
        return new Region(x, y, z, new Dimensions(sx, sy, sz));
    }

    private static void write(ArrayWriter array, Region box) throws IOException {
        array.write(box, Boxes.values(array.spec(), array.dimensions(), box, Order.X_FASTEST));
    }

    /** IMAGE is 4 x 3 x 5. */
    @ParameterizedTest
    @MethodSource("storages")
    void what_overlaps_is_refused_and_changes_nothing(Storage storage) throws IOException {
        ArraySpec spec = ArraySpec.point("a", ScalarType.INT64);
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            ArrayWriter array = writer.createArray(spec, storage);
            write(array, box(0, 0, 0, 2, 3, 2));
            assertOverlap(
                    "the region 1 x 1 x 1 at 1, 2, 1 overlaps the region 2 x 3 x 2 at 0, 0, 0",
                    array,
                    box(1, 2, 1, 1, 1, 1));
            assertOverlap(
                    "the region 3 x 1 x 1 at 1, 1, 1 overlaps the region 2 x 3 x 2", array, box(1, 1, 1, 3, 1, 1));
            assertOverlap("slice 0 was written in part before, by the region 2 x 3 x 2", array, box(0, 0, 0, 4, 3, 5));
            assertMessage(
                    IllegalStateException.class,
                    "slice 1 was written in part before, by the region 2 x 3 x 2 at 0, 0, 0",
                    () -> array.writeMissing(new Slab(1, 4), new long[48]));
            write(array, box(0, 0, 2, 4, 3, 1));
            assertOverlap("the region 1 x 1 x 2 at 3, 2, 1 overlaps slice 2, which", array, box(3, 2, 1, 1, 1, 2));
            assertEquals(List.of(0, 1, 3, 4), array.missingSlices().boxed().toList());
            assertFalse(array.isWritten(0));
            write(array, box(2, 0, 0, 2, 3, 2));
            assertTrue(array.isWritten(0));
            assertOverlap("overlaps slice 1, which was written before", array, box(0, 0, 1, 1, 1, 1));
            write(array, box(0, 0, 3, 4, 3, 2));
            writer.finish();
        }
        check(List.of(spec));
    }

    private static void assertOverlap(String message, ArrayWriter array, Region box) {
        assertMessage(IllegalStateException.class, message, () -> write(array, box));
    }

    @ParameterizedTest
    @MethodSource("storages")
    void what_is_missing_is_named_and_can_still_be_written(Storage storage) throws IOException {
        ArraySpec spec = ArraySpec.point("a", ScalarType.INT64);
        Region gap = box(1, 1, 1, 2, 1, 2);
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            ArrayWriter array = writer.createArray(spec, storage);
            write(array, box(0, 0, 1, 4, 1, 2));
            write(array, box(0, 2, 1, 4, 1, 2));
            write(array, box(0, 1, 1, 1, 1, 2));
            write(array, box(3, 1, 1, 1, 1, 2));
            array.writeSlice(0, Boxes.values(spec, array.dimensions(), box(0, 0, 0, 4, 3, 1), Order.X_FASTEST));
            write(array, box(0, 0, 3, 4, 3, 2));
            assertMessage(
                    IllegalStateException.class,
                    "'a' lacks 2 of 5 slices, the first is 1, of which the region 2 x 1 x 2 at 1, 1, 1 is missing",
                    writer::finish);
            write(array, gap);
            writer.finish();
        }
        check(List.of(spec));
    }

    @ParameterizedTest
    @MethodSource("storages")
    void what_is_missing_is_filled(Storage storage) throws IOException {
        for (ScalarType type : List.of(ScalarType.FLOAT64, ScalarType.INT16)) {
            file = directory.resolve(type + "filled");
            List<Region> boxes = List.of(box(1, 1, 1, 2, 2, 3), box(0, 0, 3, 1, 3, 2), box(3, 0, 1, 1, 1, 1));
            long[] told = new long[1];
            WriteOptions options = WriteOptions.defaults().withFillMissing(true);
            WriteListener listener = new WriteListener() {
                @Override
                public void written(long bytes) {
                    synchronized (told) {
                        told[0] += bytes;
                    }
                }
            };
            ArraySpec spec = ArraySpec.point("a", type);
            try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options, listener)) {
                ArrayWriter array = writer.createArray(spec, storage);
                for (Region box : boxes) {
                    write(array, box);
                }
                writer.finish();
            }
            assertEquals(60L * type.size(), told[0], "bytes that the listener was told");
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                ArrayReader array = reader.pointArray("a");
                Object all = Boxes.values(spec, array.dimensions(), Region.all(array.dimensions()), Order.X_FASTEST);
                Object found = array.read();
                for (int i = 0; i < 60; i++) {
                    Region voxel = box(i % 4, i / 4 % 3, i / 12, 1, 1, 1);
                    boolean isThere = boxes.stream()
                            .anyMatch(box -> box.intersection(voxel).isPresent());
                    double expected = isThere ? type.doubleAt(all, i) : type.isFloating() ? Double.NaN : 0;
                    assertEquals(expected, type.doubleAt(found, i), voxel.toString());
                }
            }
        }
    }

    /** A slab first, then boxes in its layers of bricks; and the other way round. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void slices_and_boxes_share_layers_of_chunks(boolean slicesFirst) throws IOException {
        // What begins with slices needs no memory: it waits in a file.
        for (long memory : slicesFirst ? new long[] {1 << 20, 1} : new long[] {1 << 20}) {
            file = directory.resolve("memory" + memory);
            ArraySpec spec = ArraySpec.point("a", ScalarType.INT32).withComponents(3);
            try (ImageDataWriter writer = ImageDataWriter.create(
                    file, ImageGeometry.of(9, 8, 11), WriteOptions.defaults().withMemory(memory))) {
                ArrayWriter array = writer.createArray(spec, Storage.gzip(1).withChunk(ChunkShape.of(4, 3, 4)));
                List<Region> slices = IntStream.of(1, 2, 6, 10)
                        .mapToObj(k -> box(0, 0, k, 9, 8, 1))
                        .toList();
                List<Region> boxes = new ArrayList<>();
                for (int z : new int[] {0, 3, 4, 5, 7, 8, 9}) {
                    boxes.add(box(0, 0, z, 5, 8, 1));
                    boxes.add(box(5, 0, z, 4, 8, 1));
                }
                for (Region part : slicesFirst ? slices : boxes) {
                    write(array, part);
                }
                for (Region part : slicesFirst ? boxes : slices) {
                    write(array, part);
                }
                writer.finish();
            }
            check(List.of(spec));
        }
    }

    /** Chunks of 8 x 8 x 8 int64 take 4096 bytes each; half of the memory is theirs. */
    @Test
    void chunks_that_wait_are_bounded() throws IOException {
        ArraySpec spec = ArraySpec.point("a", ScalarType.INT64);
        WriteOptions options = WriteOptions.defaults().withMemory(2 * 5 * 4096);
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(64, 64, 8), options)) {
            ArrayWriter array = writer.createArray(spec, Storage.gzip(1).withChunk(ChunkShape.of(8, 8, 8)));
            write(array, box(0, 0, 0, 32, 8, 7)); // 4 wait
            write(array, box(0, 8, 0, 64, 8, 8)); // none
            Region two = box(32, 0, 0, 16, 8, 7);
            assertMessage(
                    IllegalStateException.class,
                    "'a': the region 16 x 8 x 7 at 32, 0, 0 begins 2 chunks or more and leaves them incomplete, beside"
                            + " 4 that are; they take 4096 bytes each while they wait for their rest, of at most 20480:"
                            + " let regions begin and end where chunks do, which are 8 x 8 x 8, or give the writer more"
                            + " memory",
                    () -> write(array, two));
            write(array, box(0, 0, 7, 16, 8, 1)); // 2 wait
            write(array, two); // 4 wait
            write(array, box(16, 0, 7, 32, 8, 1)); // none
            write(array, box(48, 0, 0, 16, 8, 8));
            write(array, box(0, 16, 0, 64, 48, 8));
            writer.finish();
        }
        check(List.of(spec));
    }

    @ParameterizedTest
    @MethodSource("storages")
    void a_slice_that_was_committed_in_part_is_missing_for_the_next_run(Storage storage) throws IOException {
        for (ScalarType type : List.of(ScalarType.INT64, ScalarType.FLOAT32)) {
            file = directory.resolve(type + "resumed");
            ArraySpec spec = ArraySpec.point("a", type);
            WriteOptions options = WriteOptions.defaults().withResume(true);
            try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options)) {
                ArrayWriter array = writer.createArray(spec, storage);
                write(array, box(0, 0, 0, 4, 3, 2));
                array.write(box(0, 0, 2, 2, 2, 3), type.newArray(12)); // Others than those of the next run.
                writer.commit();
                writer.abort();
            }
            try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options)) {
                ArrayWriter array = writer.createArray(spec, storage);
                assertEquals(List.of(2, 3, 4), array.missingSlices().boxed().toList());
                write(array, box(0, 0, 2, 4, 1, 3));
                write(array, box(0, 1, 2, 4, 2, 3));
                writer.finish();
            }
            check(List.of(spec));
        }
    }

    @ParameterizedTest
    @MethodSource("storages")
    void what_was_committed_in_part_is_filled_if_it_never_comes_again(Storage storage) throws IOException {
        ArraySpec spec = ArraySpec.point("a", ScalarType.INT64);
        WriteOptions options = WriteOptions.defaults().withResume(true).withFillMissing(true);
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options)) {
            ArrayWriter array = writer.createArray(spec, storage);
            write(array, box(0, 0, 0, 4, 3, 2));
            write(array, box(0, 0, 2, 3, 2, 3));
            writer.commit();
            writer.abort();
        }
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options)) {
            writer.createArray(spec, storage);
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            ArrayReader array = reader.pointArray("a");
            assertArrayEquals(
                    (long[]) Boxes.values(spec, array.dimensions(), box(0, 0, 0, 4, 3, 2), Order.X_FASTEST),
                    array.readLongs(box(0, 0, 0, 4, 3, 2)));
            assertArrayEquals(new long[36], array.readLongs(box(0, 0, 2, 4, 3, 3)));
        }
    }

    /** As the Javadoc of {@link ArrayWriter#write(Region, Object, Order)} has it. */
    @Test
    void ranks_leave_their_halo_out() throws IOException {
        int ranks = 4;
        int ny = 3;
        int nz = 5;
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(12, ny, nz))) {
            ArrayWriter data = writer.createPointArray("a", ScalarType.FLOAT64);
            for (int rank = ranks - 1; rank >= 0; rank--) {
                int width = data.dimensions().x() / ranks;
                double[] local = new double[(width + 2) * ny * nz]; // The halo is -1.
                for (int i = 0; i < local.length; i++) {
                    int x = i % (width + 2) - 1;
                    int row = i / (width + 2);
                    local[i] = x < 0 || x == width ? -1 : 3 * (row * 12 + rank * width + x) + 1;
                }
                Region mine = new Region(rank * width, 0, 0, new Dimensions(width, ny, nz));
                double[] values = new double[width * ny * nz];
                for (int row = 0; row < ny * nz; row++) {
                    System.arraycopy(local, row * (width + 2) + 1, values, row * width, width);
                }
                data.write(mine, values);
            }
            writer.finish();
        }
        check(List.of(ArraySpec.point("a", ScalarType.FLOAT64)));
    }

    @Test
    void a_box_outside_is_refused() throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            ArrayWriter array = writer.createCellArray("a", ScalarType.FLOAT64);
            assertArgument(
                    "'a': the region 2 x 1 x 1 at 2, 0, 0 is not inside the array of 3 x 2 x 4",
                    () -> array.write(box(2, 0, 0, 2, 1, 1), new double[2]));
            assertArgument(
                    "found 3 values, expected 2 (2 x 1 x 1 tuples of 1)",
                    () -> array.write(box(0, 0, 0, 2, 1, 1), new double[3]));
            assertArgument("found float[], expected double[]", () -> array.write(box(0, 0, 0, 2, 1, 1), new float[2]));
            writer.abort();
        }
    }
}
