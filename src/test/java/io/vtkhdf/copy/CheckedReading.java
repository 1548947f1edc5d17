package io.vtkhdf.copy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** A reader, and which values it is to find next. */
final class CheckedReading implements AutoCloseable {
    private static final byte UNTOUCHED = 0x5a;

    private final ArraySpec array;
    final SlabReader reader;
    private final byte[] values;
    private final int sliceSize;
    private final int slices;
    private int next;

    /** @param values all of them, little-endian */
    CheckedReading(ImageSource source, ArraySpec array, byte[] values) throws IOException {
        this.array = array;
        this.values = values;
        this.sliceSize = sliceSize(source, array);
        this.slices = slices(source, array);
        this.reader = source.open(array);
    }

    int left() {
        return slices - next;
    }

    void goOn(Random random) throws IOException {
        while (left() > 0) {
            step(random);
        }
    }

    void step(Random random) throws IOException {
        int count = random.nextInt(left() + 1);
        if (random.nextBoolean()) {
            skip(count, random);
        } else {
            read(count, random);
        }
    }

    void skip(int count, Random random) throws IOException {
        reader.skip(count, buffer(count, random));
        next += count;
    }

    /** Nothing but these slices is written into the buffer. */
    void read(int count, Random random) throws IOException {
        ByteBuffer buffer = buffer(count, random);
        int start = buffer.position();
        int limit = buffer.limit();
        int capacity = buffer.capacity();
        ByteOrder order = buffer.order();
        reader.read(count, buffer);

        String what = array.association() + " " + array.name() + ", " + count + " from " + next + ", " + buffer;
        assertEquals(start + count * sliceSize, buffer.position(), what);
        assertEquals(limit, buffer.limit(), what);
        assertEquals(order, buffer.order(), what);
        byte[] expected = new byte[capacity];
        Arrays.fill(expected, UNTOUCHED);
        System.arraycopy(values, next * sliceSize, expected, start, count * sliceSize);
        if (order == ByteOrder.BIG_ENDIAN) {
            swap(expected, start, start + count * sliceSize, array.type().size());
        }
        byte[] found = new byte[capacity];
        buffer.clear().get(found);
        assertArrayEquals(expected, found, what + ", " + order);
        next += count;
    }

    private ByteBuffer buffer(int count, Random random) {
        int size = count * sliceSize;
        int before = random.nextInt(20);
        int after = random.nextInt(20);
        int capacity = before + size + after + random.nextInt(20);
        ByteBuffer buffer = random.nextBoolean() ? ByteBuffer.allocate(capacity) : ByteBuffer.allocateDirect(capacity);
        while (buffer.hasRemaining()) {
            buffer.put(UNTOUCHED);
        }
        return buffer.order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .limit(before + size + after)
                .position(before);
    }

    private static void swap(byte[] bytes, int from, int to, int size) {
        for (int at = from; at < to; at += size) {
            for (int i = 0; i < size / 2; i++) {
                byte first = bytes[at + i];
                bytes[at + i] = bytes[at + size - 1 - i];
                bytes[at + size - 1 - i] = first;
            }
        }
    }

    static int slices(ImageSource source, ArraySpec array) {
        return source.geometry().dimensions(array.association()).z();
    }

    static int sliceSize(ImageSource source, ArraySpec array) {
        Dimensions size = source.geometry().dimensions(array.association());
        return size.x() * size.y() * array.tupleSize();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
