package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.read.StoredLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Holds what our own reader says of a file against what is in it. */
public final class OwnReaderJudge {

    private OwnReaderJudge() {}

    public static void judge(RandomImage image, Path file) throws IOException {
        Random random = new Random(image.seed());
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals("1.0", reader.version());
            requireSame(image.storedGeometry(), reader.geometry());
            requireSameNames(image, reader);
            for (RandomArray array : image.arrays()) {
                ArrayReader found = array.spec().association() == Association.POINT
                        ? reader.pointArray(array.storedName())
                        : reader.cellArray(array.storedName());
                judge(array, array.storedSpec(), found, random);
                requireSame(array, found.storage());
            }
            requireSame(image.fields(), reader.fields(), RandomArray::storedName);
            assertEquals(storedActive(image), Set.copyOf(reader.activeArrays()), "active arrays");
        }
    }

    /** To the last bit, -0.0 included. */
    public static void requireSame(ImageGeometry expected, ImageGeometry found) {
        assertEquals(expected.extent(), found.extent(), "extent");
        assertArrayEquals(expected.origin().toArray(), found.origin().toArray(), "origin");
        assertArrayEquals(expected.spacing().toArray(), found.spacing().toArray(), "spacing");
        assertArrayEquals(expected.direction().toArray(), found.direction().toArray(), "direction");
    }

    private static void requireSameNames(RandomImage image, ImageDataReader reader) {
        List<ArraySpec> expected = image.arrays().stream()
                .map(RandomArray::storedSpec)
                .sorted(Comparator.comparing(ArraySpec::association).thenComparing(ArraySpec::name))
                .toList();
        List<ArraySpec> found = reader.arrays().stream().map(ArrayReader::spec).toList();
        assertEquals(Set.copyOf(expected), Set.copyOf(found), "arrays");
        assertEquals(expected, found, "the arrays' order");
    }

    private static Set<ActiveArray> storedActive(RandomImage image) {
        return image.active().stream()
                .map(a -> new ActiveArray(a.association(), a.role(), RandomArray.storedName(a.arrayName())))
                .collect(Collectors.toSet());
    }

    /** Whole, slices along each axis, and regions, in both orders, as arrays and into buffers. */
    public static void judge(RandomArray array, ArraySpec spec, ArrayReader found, Random random) throws IOException {
        Dimensions d = array.dimensions();
        assertEquals(spec, found.spec());
        assertEquals(d, found.dimensions(), "dimensions of " + array);
        for (Order order : Order.values()) {
            requireSame(array, Region.all(d), order, found.read(order));
            for (Axis axis : Axis.values()) {
                for (int index : someIndices(d.along(axis), random)) {
                    Object values = found.readSlice(axis, index, order);
                    requireSame(array, Region.slice(d, axis, index), order, values);
                }
            }
            for (int i = 0; i < 4; i++) {
                Region region = randomRegion(d, random);
                requireSame(array, region, order, found.read(region, order));
                requireSameInBuffer(array, region, order, found, random);
            }
        }
        int last = d.z() - 1;
        requireSame(array, Region.slab(d, new Slab(last, 1)), Order.X_FASTEST, found.readSlice(last));
    }

    private static Set<Integer> someIndices(int length, Random random) {
        return Set.copyOf(List.of(0, length - 1, random.nextInt(length), random.nextInt(length)).stream()
                .distinct()
                .toList());
    }

    private static Region randomRegion(Dimensions d, Random random) {
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

    private static byte[] expected(RandomArray array, Region region, Order order) {
        return Bits.region(array.bytes(), array.dimensions(), array.spec().tupleSize(), region, order);
    }

    private static void requireSame(RandomArray array, Region region, Order order, Object found) {
        assertEquals(array.spec().type().carrier(), found.getClass().getComponentType(), "carrier of " + array);
        Bits.requireEqual(expected(array, region, order), Bits.of(found), array + ", region " + region + " " + order);
    }

    private static void requireSameInBuffer(
            RandomArray array, Region region, Order order, ArrayReader reader, Random random) throws IOException {
        byte[] expected = expected(array, region, order);
        ByteOrder byteOrder = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int offset = random.nextInt(9);
        int room = expected.length + offset + random.nextInt(9);
        ByteBuffer target = (random.nextBoolean() ? ByteBuffer.allocate(room) : ByteBuffer.allocateDirect(room))
                .order(byteOrder)
                .position(offset);
        reader.read(region, target, order);
        String what = array + ", region " + region + " " + order + " into a " + byteOrder + " buffer";
        assertEquals(offset + expected.length, target.position(), "position after " + what);
        byte[] found = new byte[expected.length];
        target.get(offset, found);
        Bits.requireEqual(
                expected,
                byteOrder == ByteOrder.BIG_ENDIAN
                        ? Bits.swapped(found, array.spec().type().size())
                        : found,
                what);
    }

    private static void requireSame(RandomArray array, StoredLayout found) {
        StorageCase expected = array.storage();
        Optional<Dimensions> chunk = expected.chunkWithin(array.dimensions());
        assertEquals(chunk.isPresent() ? "chunked" : "contiguous", found.form().toString(), "storage of " + array);
        assertEquals(chunk, found.chunk(), "chunk of " + array);
        assertEquals(
                expected.filters(),
                found.filters().stream().map(StoredLayout.Filter::name).toList(),
                "filters of " + array);
        if (chunk.isEmpty()) {
            assertEquals(array.bytes().length, found.storedBytes(), "stored bytes of " + array);
        }
    }

    /** @param naming the name to be found of a field array */
    public static void requireSame(List<FieldArray> expected, List<FieldArray> found, UnaryOperator<String> naming) {
        Map<String, FieldArray> byName = found.stream().collect(Collectors.toMap(FieldArray::name, f -> f));
        assertEquals(
                expected.stream().map(f -> naming.apply(f.name())).collect(Collectors.toSet()),
                byName.keySet(),
                "field arrays");
        expected.forEach(field -> requireSame(field, byName.get(naming.apply(field.name()))));
    }

    private static void requireSame(FieldArray expected, FieldArray found) {
        String what = "field array '" + expected.name() + "'";
        assertEquals(expected.typeName(), found.typeName(), what);
        if (expected.isStrings()) {
            assertEquals(expected.asStrings().values(), found.asStrings().values(), what);
        } else {
            assertEquals(expected.components(), found.components(), what);
            Bits.requireEqual(
                    Bits.of(expected.asNumbers().values()),
                    Bits.of(found.asNumbers().values()),
                    what);
        }
    }
}
