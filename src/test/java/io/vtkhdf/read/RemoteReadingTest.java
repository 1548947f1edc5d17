package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.hdf5.fetch.Fetch;
import io.vtkhdf.hdf5.read.Blocks;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.testing.RemoteBytes;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import java.io.IOException;
import java.lang.reflect.Array;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a remote file is asked for, and that the same values come of it as of a local one. */
class RemoteReadingTest {

    private static final int NX = 96;
    private static final int NY = 80;
    private static final int NZ = 72;
    private static final String NAME = "values";

    @TempDir
    private Path directory;

    /** Files of h5py, of all storages and indexes; what is in them is known to the tests of local reading. */
    @TestFactory
    Stream<DynamicTest> golden() throws IOException, URISyntaxException {
        List<Path> files = new ArrayList<>(GoldenFiles.all());
        for (String folder : List.of("packed", "parts", "dense", "hostile/vtkhdf")) {
            Path path = Path.of(getClass().getResource("/" + folder).toURI());
            try (Stream<Path> all = Files.walk(path)) {
                all.filter(file -> file.toString().matches(".*\\.(h5|vtkhdf)")).forEach(files::add);
            }
        }
        assertTrue(files.size() > 50, files::toString);
        return files.stream().map(file -> dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }

    private static void compare(Path file) throws IOException {
        try (ImageDataReader local = openLocally(file);
                ImageDataReader remote = ImageDataReader.open(RemoteBytes.of(file))) {
            for (int i = 0; i < local.arrays().size(); i++) {
                ArrayReader expected = local.arrays().get(i);
                ArrayReader found = remote.arrays().get(i);
                for (Region region : regions(expected.dimensions())) {
                    String outcome = outcome(expected, region);
                    assertEquals(outcome, outcome(found, region), expected + " " + region);
                    if (isFailure(outcome, file)) {
                        break;
                    }
                }
            }
        } catch (IOException e) {
            Exception again = assertThrows(
                    IOException.class,
                    () -> ImageDataReader.open(RemoteBytes.of(file)).close());
            assertEquals(e.getMessage(), again.getMessage());
        }
    }

    /** Without others, as the remote one. */
    private static ImageDataReader openLocally(Path file) throws IOException {
        return ImageDataReader.open(ByteSource.of(file));
    }

    private static boolean isFailure(String outcome, Path file) {
        return outcome.startsWith(file.toString());
    }

    private static String outcome(ArrayReader array, Region region) {
        if (region.size().count() > 1 << 14) {
            return "large";
        }
        try {
            StringBuilder all = new StringBuilder();
            for (Order order : Order.values()) {
                Object values = array.read(region, order);
                int length = Array.getLength(values);
                for (int i = 0; i < length; i++) {
                    all.append(Array.get(values, i)).append(' ');
                }
            }
            return all.toString();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static List<Region> regions(Dimensions size) {
        List<Region> regions = new ArrayList<>();
        Random random = new Random(size.hashCode());
        regions.add(Region.all(size));
        for (int i = 0; i < 2; i++) {
            int x = random.nextInt(size.x());
            int y = random.nextInt(size.y());
            int z = random.nextInt(size.z());
            regions.add(new Region(x, y, z, new Dimensions(1, 1, 1)));
            regions.add(new Region(0, 0, z, new Dimensions(size.x(), size.y(), 1)));
            regions.add(new Region(0, y, 0, new Dimensions(size.x(), 1, size.z())));
            regions.add(new Region(x, 0, 0, new Dimensions(1, size.y(), size.z())));
            regions.add(new Region(x, y, z, new Dimensions(size.x() - x, size.y() - y, size.z() - z)));
        }
        return regions;
    }

    private static int value(int x, int y, int z) {
        return ((z * NY + y) * NX + x) * 0x9E3779B1;
    }

    private Path write(Storage storage) throws IOException {
        int[] values = new int[NX * NY * NZ];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i % NX, i / NX % NY, i / NX / NY);
        }
        Path file = Files.createTempDirectory(directory, "").resolve("a.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(NX, NY, NZ))) {
            writer.createArray(ArraySpec.point(NAME, ScalarType.INT32), storage).write(values, Order.X_FASTEST);
            writer.finish();
        }
        return file;
    }

    private static void check(ArrayReader array, Region region) throws IOException {
        int[] expected = new int[(int) region.size().count()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = value(
                    region.x() + i % region.size().x(),
                    region.y() + i / region.size().x() % region.size().y(),
                    region.z() + i / region.size().x() / region.size().y());
        }
        assertArrayEquals(expected, array.readInts(region, Order.X_FASTEST), region::toString);
    }

    private static Region slice(Axis axis, int index) {
        return Region.slice(WHOLE.size(), axis, index);
    }

    private static final Region WHOLE = new Region(0, 0, 0, new Dimensions(NX, NY, NZ));
    private static final long SIZE = 4L * NX * NY * NZ;

    @Test
    void asksForRawSlicesOnce() throws IOException {
        RemoteBytes bytes = RemoteBytes.of(write(Storage.raw()));
        try (ImageDataReader reader = ImageDataReader.open(bytes)) {
            ArrayReader array = reader.pointArray(NAME);
            for (int z : new int[] {5, 71, 0}) {
                bytes.forget();
                check(array, slice(Axis.Z, z));
                assertEquals(1, bytes.lists());
                assertEquals(4L * NX * NY, bytes.transferred());
            }
            for (Region region : List.of(slice(Axis.X, 3), slice(Axis.Y, 79), WHOLE)) {
                bytes.forget();
                check(array, region);
                assertTrue(bytes.lists() <= SIZE / Fetch.mostBatch() + 1, "lists: " + bytes.lists());
                assertTrue(bytes.transferred() <= SIZE);
                assertTrue(bytes.largestList() <= Fetch.mostBatch());
            }
        }
    }

    @Test
    void asksForPackedSlicesOnceBesideTheIndex() throws IOException {
        RemoteBytes bytes = RemoteBytes.of(write(Storage.fast().withChunk(ChunkShape.slice())));
        try (ImageDataReader reader = ImageDataReader.open(bytes)) {
            ArrayReader array = reader.pointArray(NAME);
            bytes.forget();
            check(array, slice(Axis.Z, 30));
            assertTrue(bytes.lists() <= 3, "lists: " + bytes.lists()); // Header and block of the index, and the chunk.
            bytes.forget();
            for (int z = 31; z < NZ; z++) {
                check(array, slice(Axis.Z, z));
            }
            assertTrue(bytes.lists() <= (NZ - 31) / 2, "lists: " + bytes.lists());
            bytes.forget();
            check(array, WHOLE);
            assertTrue(bytes.lists() <= SIZE / Fetch.mostBatch() + 1, "lists: " + bytes.lists());
        }
    }

    @Test
    void asksForBricksInAsFewRequestsAsTheyCanBeMergedTo() throws IOException {
        for (Storage storage : List.of(Storage.fast(), Storage.chunked(ChunkShape.of(16, 16, 16)))) {
            Path file = write(storage.withChunk(ChunkShape.of(16, 16, 16)));
            RemoteBytes bytes = RemoteBytes.of(file);
            try (ImageDataReader reader = ImageDataReader.open(bytes)) {
                ArrayReader array = reader.pointArray(NAME);
                check(array, new Region(0, 0, 0, new Dimensions(1, 1, 1)));
                for (Axis axis : Axis.values()) {
                    bytes.forget();
                    check(array, slice(axis, 40));
                    assertTrue(
                            bytes.requests() <= fewest(file, axis, 40 / 16),
                            axis + ": " + bytes.requests() + " instead of " + fewest(file, axis, 40 / 16));
                    bytes.forget();
                    check(array, slice(axis, 40));
                    assertTrue(
                            bytes.requests() == 0 || storage.equals(Storage.chunked(ChunkShape.of(16, 16, 16))),
                            "kept decoded");
                }
                bytes.forget();
                check(array, WHOLE);
                assertTrue(bytes.transferred() <= 1.1 * Files.size(file));
                assertTrue(bytes.lists() <= SIZE / Fetch.mostBatch() + 1, "lists: " + bytes.lists());
            }
        }
    }

    /** Of the chunks of a layer, whose places and addresses h5dump would tell as well. */
    private static int fewest(Path file, Axis axis, int layer) throws IOException {
        int[] perAxis = {(NZ - 1) / 16 + 1, (NY - 1) / 16 + 1, (NX - 1) / 16 + 1};
        TreeMap<Long, Long> chunks = new TreeMap<>();
        try (Hdf5Reader reader = Hdf5Reader.open(ByteSource.of(file))) {
            Blocks blocks = blocks(reader);
            for (long i = 0; i < blocks.storedCount(); i++) {
                Blocks.Stored chunk = blocks.stored(i);
                long[] place = {
                    chunk.number() / perAxis[2] / perAxis[1],
                    chunk.number() / perAxis[2] % perAxis[1],
                    chunk.number() % perAxis[2]
                };
                if (place[2 - axis.ordinal()] == layer) {
                    chunks.put(chunk.address(), chunk.size());
                }
            }
        }
        int requests = 0;
        long end = Long.MIN_VALUE / 2;
        for (var chunk : chunks.entrySet()) {
            requests += chunk.getKey() - end >= RemoteBytes.GAP ? 1 : 0;
            end = chunk.getKey() + chunk.getValue();
        }
        return requests;
    }

    private static Blocks blocks(Hdf5Reader reader) throws IOException {
        StoredObject group = reader.root();
        for (String name : List.of("VTKHDF", "PointData", NAME)) {
            group = StoredLinks.of(group).get(name).orElseThrow();
        }
        return StoredDataset.of(group).blocks();
    }

    @Test
    void verifiesBatchByBatch() throws IOException {
        for (Storage storage : List.of(
                Storage.raw(),
                Storage.fast().withChunk(ChunkShape.of(16, 16, 16)),
                Storage.chunked(ChunkShape.of(16, 16, 16)))) {
            RemoteBytes bytes = RemoteBytes.of(write(storage));
            try (Hdf5Reader reader = Hdf5Reader.open(bytes)) {
                Blocks blocks = blocks(reader);
                long count = blocks.storedCount();
                bytes.forget();
                AtomicInteger verified = new AtomicInteger();
                blocks.verify(2, (index, verdict) -> {
                    verdict.require();
                    verified.incrementAndGet();
                });
                assertEquals(count, verified.get());
                assertTrue(bytes.lists() <= SIZE / Fetch.mostBatch() + 1, "lists: " + bytes.lists());
                assertTrue(bytes.transferred() <= 1.1 * blocks.storedBytes());
            }
        }
    }

    @Test
    void verifiesWhatIsNotBroken() throws IOException {
        Path file = write(Storage.fast().withChunk(ChunkShape.of(16, 16, 16)));
        byte[] content = Files.readAllBytes(file);
        Arrays.fill(content, 3000, 3100, (byte) 0x5a);
        List<String> outcomes = new ArrayList<>();
        Path broken = Files.write(directory.resolve("broken.vtkhdf"), content);
        for (ByteSource source : List.of(ByteSource.of(broken), RemoteBytes.of(broken))) {
            try (Hdf5Reader reader = Hdf5Reader.open(source)) {
                StringBuffer found = new StringBuffer();
                blocks(reader).verify(1, (index, verdict) -> {
                    try {
                        verdict.require();
                    } catch (CorruptFileException e) {
                        found.append(index).append(e.getMessage());
                    }
                });
                outcomes.add(found.toString());
            }
        }
        assertTrue(outcomes.get(0).contains("chunk"), outcomes.get(0));
        assertEquals(outcomes.get(0), outcomes.get(1));
    }

    @Test
    void namesTheChunkThatIsBroken() throws IOException {
        Path file = write(Storage.fast().withChunk(ChunkShape.of(16, 16, 16)));
        byte[] content = Files.readAllBytes(file);
        Arrays.fill(content, 3000, 3100, (byte) 0x5a);
        Path broken = Files.write(directory.resolve("broken.vtkhdf"), content);
        String expected;
        try (ImageDataReader reader = ImageDataReader.open(broken)) {
            expected = assertThrows(
                            CorruptFileException.class,
                            () -> reader.pointArray(NAME).read())
                    .getMessage();
        }
        try (ImageDataReader reader = ImageDataReader.open(RemoteBytes.of(broken))) {
            ArrayReader array = reader.pointArray(NAME);
            assertEquals(
                    expected,
                    assertThrows(CorruptFileException.class, array::read).getMessage());
            check(array, new Region(80, 64, 64, new Dimensions(16, 16, 8)));
        }
    }

    @Test
    void servesSeveralAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        for (Storage storage : List.of(
                Storage.raw(),
                Storage.fast().withChunk(ChunkShape.of(16, 16, 16)),
                Storage.fast().withChunk(ChunkShape.slice()))) {
            try (ImageDataReader reader = ImageDataReader.open(RemoteBytes.of(write(storage)))) {
                ArrayReader array = reader.pointArray(NAME);
                List<Future<Void>> readers = new ArrayList<>();
                for (int seed = 0; seed < 6; seed++) {
                    Random random = new Random(seed);
                    Axis axis = Axis.values()[seed % 3];
                    readers.add(threads.submit(() -> {
                        for (int i = 0; i < 20; i++) {
                            check(array, slice(axis, random.nextInt(NZ)));
                            check(array, slice(Axis.Z, i));
                        }
                        return null;
                    }));
                }
                for (Future<Void> one : readers) {
                    one.get();
                }
            }
        }
        threads.shutdown();
    }
}
