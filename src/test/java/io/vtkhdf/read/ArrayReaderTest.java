package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.hdf5.read.StoredNumbers;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layouts-earliest",
                "layouts-v110",
                "layouts-v200",
                "types",
                "flat-z",
                "flat-zy",
                "flat-y",
                "flat-x",
                "voxel",
                "extent",
                "one-step",
                "header-odd-numbers",
                "edge-chunks",
                "committed-earliest",
                "committed-v110",
                "attributes-earliest",
                "attributes-v110",
                "names-undeclared",
                "links",
                "links-latest",
                "active"
            })
    void everyRegionOfEveryArrayHasItsValues(String file) throws IOException {
        Random random = new Random(file.hashCode());
        try (ImageDataReader reader = GoldenFiles.open(file)) {
            assertFalse(reader.arrays().isEmpty());
            for (ArrayReader array : reader.arrays()) {
                check(array, Region.all(array.dimensions()));
                for (int i = 0; i < 40; i++) {
                    check(array, randomRegion(random, array.dimensions()));
                }
            }
        }
    }

    @Test
    void aSingleChunkThatWasNeverWrittenIsTheFillValue() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("never-written-chunk")) {
            float[] never = (float[]) reader.pointArray("never").read(Order.X_FASTEST);
            assertEquals(60, never.length);
            for (float value : never) {
                assertEquals(9, value);
            }
            check(reader.pointArray("beside"), Region.all(new Dimensions(5, 4, 3)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attributes-earliest", "attributes-v110"})
    void oddAttributesCostNothing(String file) throws IOException {
        try (ImageDataReader reader = GoldenFiles.open(file)) {
            assertEquals(List.of(), reader.unreadable());
            assertEquals(1, reader.arrays().size());
            assertEquals(List.of(), reader.activeArrays());
            assertEquals(3, reader.fields().get(0).tuples());
        }
    }

    @Test
    void namesAreUtf8WhateverTheFileSays() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("names-undeclared")) {
            assertEquals(
                    List.of("inside", "ä", "ö", "∇"),
                    reader.arrays().stream().map(array -> array.spec().name()).toList());
        }
    }

    /** 2^60 values of which none is stored. */
    @ParameterizedTest
    @ValueSource(strings = {"huge-chunked", "huge-contiguous"})
    @HangGuard
    void slicesAreCountedByWhatIsStored(String file) throws IOException {
        try (ImageDataReader reader = GoldenFiles.open(file)) {
            assertEquals(0, reader.pointArray("never").storedSlices());
        }
    }

    private static Region randomRegion(Random random, Dimensions d) {
        int x = random.nextInt(d.x());
        int y = random.nextInt(d.y());
        int z = random.nextInt(d.z());
        return new Region(
                x,
                y,
                z,
                new Dimensions(
                        1 + random.nextInt(d.x() - x), 1 + random.nextInt(d.y() - y), 1 + random.nextInt(d.z() - z)));
    }

    private static void check(ArrayReader array, Region region) throws IOException {
        for (Order order : Order.values()) {
            Object values = array.read(region, order);
            checkValues(array, region, order, values);
            for (ByteOrder bytes : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                checkBuffer(array, region, order, bytes, values);
            }
        }
    }

    private static void checkValues(ArrayReader array, Region region, Order order, Object values) {
        ScalarType type = array.spec().type();
        Dimensions n = region.size();
        int components = array.spec().components();
        assertEquals(n.count() * components, Array.getLength(values));
        for (int z = 0; z < n.z(); z++) {
            for (int y = 0; y < n.y(); y++) {
                for (int x = 0; x < n.x(); x++) {
                    int tuple = order == Order.X_FASTEST ? (z * n.y() + y) * n.x() + x : (x * n.y() + y) * n.z() + z;
                    for (int c = 0; c < components; c++) {
                        assertEquals(
                                GoldenFiles.value(type, region.x() + x, region.y() + y, region.z() + z, c),
                                type.doubleAt(values, tuple * components + c),
                                () -> array.spec() + " " + region + " " + order);
                    }
                }
            }
        }
    }

    private static void checkBuffer(ArrayReader array, Region region, Order order, ByteOrder bytes, Object values)
            throws IOException {
        ScalarType type = array.spec().type();
        int size = Array.getLength(values) * type.size();
        ByteBuffer buffer = ByteBuffer.allocate(size + 5).order(bytes).position(3);
        array.read(region, buffer, order);
        assertEquals(3 + size, buffer.position());
        Object copy = new StoredNumbers(type, bytes).values(buffer.flip().position(3));
        for (int i = 0; i < Array.getLength(values); i++) {
            assertEquals(Array.get(values, i), Array.get(copy, i));
        }
    }

    /** Larger than what is copied at once. */
    @Test
    void largeChunksAreCopiedPieceByPiece(@TempDir Path directory) throws IOException {
        Dimensions size = new Dimensions(70, 60, 50);
        ChunkShape chunk = ChunkShape.of(70, 59, 40);
        Map<String, Storage> storages = Map.of(
                "unfiltered", Storage.chunked(chunk),
                "fast", Storage.fast().withChunk(chunk),
                "not shuffled", Storage.gzip(1).withoutShuffle().withChunk(chunk),
                "checked", Storage.fast().withChunk(chunk).withChecksum());
        double[] values = new double[(int) size.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = GoldenFiles.value(ScalarType.FLOAT64, i % 70, i / 70 % 60, i / (70 * 60), 0);
        }
        Path file = directory.resolve("large.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(70, 60, 50))) {
            for (Map.Entry<String, Storage> storage : storages.entrySet()) {
                writer.createArray(ArraySpec.point(storage.getKey(), ScalarType.FLOAT64), storage.getValue())
                        .write(values, Order.X_FASTEST);
            }
            writer.finish();
        }
        Random random = new Random(5);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (ArrayReader array : reader.arrays()) {
                check(array, Region.all(size));
                check(array, Region.slice(size, Axis.X, 69));
                check(array, Region.slice(size, Axis.Y, 31));
                for (int i = 0; i < 10; i++) {
                    check(array, randomRegion(random, size));
                }
            }
        }
    }

    /** Of which only a few elements of each chunk are taken, chunks at the edges included. */
    @ParameterizedTest
    @EnumSource(ScalarType.class)
    void thinRegionsOfShuffledChunksHaveTheirValues(ScalarType type, @TempDir Path directory) throws IOException {
        Dimensions size = new Dimensions(33, 18, 20);
        Path file = directory.resolve("thin.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(33, 18, 20))) {
            for (int components : new int[] {1, 3}) {
                for (ChunkShape chunk : List.of(ChunkShape.of(16, 16, 16), ChunkShape.slice())) {
                    String name = components + " in " + chunk.within(size, type.size() * components);
                    writer.createArray(
                                    new ArraySpec(Association.POINT, name, type, components, List.of()),
                                    Storage.fast().withChunk(chunk))
                            .write(image(type, size, components), Order.X_FASTEST);
                }
            }
            writer.finish();
        }
        Random random = new Random(7);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (ArrayReader array : reader.arrays()) {
                for (Axis axis : Axis.values()) {
                    check(array, Region.slice(size, axis, random.nextInt(size.along(axis))));
                }
                for (int i = 0; i < 10; i++) {
                    Region box = randomRegion(random, size);
                    Dimensions n = box.size();
                    for (Dimensions thin : List.of(
                            new Dimensions(1, 1, n.z()),
                            new Dimensions(1, n.y(), Math.min(2, n.z())),
                            new Dimensions(Math.min(2, n.x()), n.y(), n.z()))) {
                        check(array, new Region(box.x(), box.y(), box.z(), thin));
                    }
                }
            }
        }
    }

    private static ByteBuffer image(ScalarType type, Dimensions size, int components) {
        int values = (int) size.count() * components;
        ByteBuffer bytes = ByteBuffer.allocate(values * type.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values; i++) {
            int tuple = i / components;
            int row = tuple / size.x();
            int value = tuple % size.x() + 7 * (row % size.y()) + 31 * (row / size.y()) + 101 * (i % components);
            switch (type) {
                case FLOAT64 -> bytes.putDouble(value);
                case FLOAT32 -> bytes.putFloat(value);
                case INT64, UINT64 -> bytes.putLong(value);
                case INT32, UINT32 -> bytes.putInt(value);
                case INT16, UINT16 -> bytes.putShort((short) value);
                default -> bytes.put((byte) value);
            }
        }
        return bytes.flip();
    }

    @ParameterizedTest
    @EnumSource(Axis.class)
    void slicesAreRegionsOfThicknessOne(Axis axis) throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("layouts-v110")) {
            ArrayReader array = reader.pointArray("edges gzip");
            for (int index = 0; index < array.dimensions().along(axis); index++) {
                for (Order order : Order.values()) {
                    checkValues(
                            array,
                            Region.slice(array.dimensions(), axis, index),
                            order,
                            array.readSlice(axis, index, order));
                }
            }
            checkValues(array, Region.slab(array.dimensions(), new Slab(1, 1)), Order.X_FASTEST, array.readSlice(1));
            checkValues(array, Region.all(array.dimensions()), Order.X_SLOWEST, array.read(Order.X_SLOWEST));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial-earliest", "partial-v110", "partial-v200"})
    void chunksNeverWrittenHoldTheFillValue(String file) throws IOException {
        try (ImageDataReader reader = GoldenFiles.open(file)) {
            for (String name : List.of("fixed", "fixed gzip", "extensible", "tree")) {
                float[] values = (float[]) reader.pointArray("partial " + name).read(Order.X_FASTEST);
                for (int i = 0; i < values.length; i++) {
                    int x = i % 5;
                    int y = i / 5 % 4;
                    int z = i / 20;
                    boolean written = z == 0 && y < 2 || z == 2 && y >= 2;
                    assertEquals(written ? GoldenFiles.value(ScalarType.FLOAT32, x, y, z, 0) : 0, values[i], name);
                }
            }
            for (short value : (short[]) reader.pointArray("never 7").read(Order.X_SLOWEST)) {
                assertEquals(7, value);
            }
            for (double value :
                    (double[]) reader.pointArray("never 7 contiguous").read(Order.X_SLOWEST)) {
                assertEquals(7, value);
            }
            for (double value : (double[]) reader.pointArray("never").read(Order.X_SLOWEST)) {
                assertEquals(0, value);
            }
            assertEquals(0, reader.pointArray("never").storage().storedBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"paged-fixed", "paged-extensible"})
    void pagesOfAnIndexNeverWrittenAreLeftOut(String file) throws IOException {
        try (ImageDataReader reader = GoldenFiles.open(file)) {
            ArrayReader array = reader.pointArray("partial");
            byte[] values = (byte[]) array.read(Order.X_FASTEST);
            List<Integer> written = file.equals("paged-fixed")
                    ? List.of(0, 1023, 2048, 2499)
                    : List.of(0, 5, 300, 40000, 131055, 131056, 134000, 139999);
            for (int z = 0; z < values.length; z++) {
                assertEquals(written.contains(z) ? z % 251 : 9, values[z] & 0xff, "z " + z);
            }
            assertEquals(written.size(), array.storage().storedBytes());
        }
    }

    @Test
    void anExtentNotAtZeroMayBeWhereTheDatasetHasIt() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("extent-absolute")) {
            assertEquals(new Extent(2, 6, 1, 4, 3, 5), reader.geometry().extent());
            for (ArrayReader array : reader.arrays()) {
                check(array, Region.all(array.dimensions()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"layouts-earliest", "layouts-v110", "layouts-v200"})
    void storageIsDescribedAsHdf5HasIt(String file) throws IOException {
        try (ImageDataReader reader = GoldenFiles.open(file)) {
            assertEquals(
                    new StoredLayout(StoredLayout.Form.CONTIGUOUS, Optional.empty(), List.of(), 240, 0),
                    reader.pointArray("contiguous").storage());
            assertEquals(
                    new StoredLayout(StoredLayout.Form.COMPACT, Optional.empty(), List.of(), 240, 0),
                    reader.pointArray("compact").storage());
            StoredLayout edges = reader.pointArray("edges gzip").storage();
            assertEquals(Optional.of(new Dimensions(2, 3, 2)), edges.chunk());
            assertEquals(StoredLayout.Form.CHUNKED, edges.form());
            assertEquals(
                    "[shuffle, fletcher32, deflate]", sorted(edges.filters()).toString());
            assertEquals(
                    List.of(2, 3, 1),
                    sorted(edges.filters()).stream()
                            .map(StoredLayout.Filter::id)
                            .toList());
            assertTrue(edges.storedBytes() > 0);
            assertEquals(240, reader.pointArray("masked").storage().storedBytes());
        }
    }

    /** Deflate last, where it may be in the middle. */
    private static List<StoredLayout.Filter> sorted(List<StoredLayout.Filter> filters) {
        assertEquals(3, filters.size());
        boolean inTheMiddle = filters.get(1).name().equals("deflate");
        return inTheMiddle ? List.of(filters.get(0), filters.get(2), filters.get(1)) : filters;
    }

    @Test
    void regionsOutsideAreRefusedWithBothSizes() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("layouts-v110")) {
            ArrayReader array = reader.pointArray("edges");
            for (Region region : List.of(
                    new Region(0, 0, 3, new Dimensions(1, 1, 1)),
                    new Region(1, 0, 0, new Dimensions(5, 1, 1)),
                    new Region(Integer.MAX_VALUE, 0, 0, new Dimensions(Integer.MAX_VALUE, 1, 1)))) {
                String message = assertThrows(IllegalArgumentException.class, () -> array.read(region, Order.X_FASTEST))
                        .getMessage();
                assertTrue(message.contains(region.toString()) && message.contains("5 x 4 x 3"), message);
            }
            assertThrows(IllegalArgumentException.class, () -> array.readSlice(-1));
            assertThrows(IllegalArgumentException.class, () -> array.readSlice(3));
        }
    }

    @Test
    void aBufferTooSmallOrReadOnlyIsLeftAlone() throws IOException {
        try (ImageDataReader reader = GoldenFiles.open("layouts-v110")) {
            ArrayReader array = reader.pointArray("edges");
            Region all = Region.all(array.dimensions());
            ByteBuffer small = ByteBuffer.allocate(239);
            assertThrows(IllegalArgumentException.class, () -> array.read(all, small, Order.X_FASTEST));
            assertEquals(0, small.position());
            ByteBuffer readOnly = ByteBuffer.allocate(240).asReadOnlyBuffer();
            assertThrows(IllegalArgumentException.class, () -> array.read(all, readOnly, Order.X_FASTEST));
        }
    }
}
