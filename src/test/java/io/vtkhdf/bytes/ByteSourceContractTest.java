package io.vtkhdf.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.bytes.ByteSource.Range;
import io.vtkhdf.testing.HangGuard;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each source promises. */
@HangGuard
class ByteSourceContractTest {

    private static final byte UNTOUCHED = 0x5a;
    private static final int AROUND = 5;

    @TempDir
    Path folder;

    /** Has room for so many bytes between others, which must stay as they are. */
    private static ByteBuffer buffer(int size, Random random) {
        int capacity = size + 2 * AROUND;
        ByteBuffer buffer = random.nextBoolean() ? ByteBuffer.allocate(capacity) : ByteBuffer.allocateDirect(capacity);
        while (buffer.hasRemaining()) {
            buffer.put(UNTOUCHED);
        }
        return buffer.limit(AROUND + size).position(AROUND);
    }

    private static void assertHas(byte[] bytes, long position, int size, ByteBuffer buffer) {
        assertEquals(AROUND + size, buffer.position());
        assertEquals(AROUND + size, buffer.limit());
        byte[] expected = new byte[size + 2 * AROUND];
        Arrays.fill(expected, UNTOUCHED);
        System.arraycopy(bytes, (int) position, expected, AROUND, size);
        byte[] found = new byte[expected.length];
        buffer.clear().get(found);
        assertArrayEquals(expected, found, size + " bytes at " + position);
    }

    /** Small ones, and all sizes; at the ends, too. */
    private static int[] range(Random random, int length) {
        int size = random.nextInt(random.nextBoolean() ? 20 : length + 1);
        int last = length - size;
        int position =
                switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> last;
                    default -> random.nextInt(last + 1);
                };
        return new int[] {position, size};
    }

    private static void readSome(ByteSource source, byte[] bytes, int times, Random random) throws IOException {
        for (int i = 0; i < times; i++) {
            int[] range = range(random, bytes.length);
            ByteBuffer buffer = buffer(range[1], random);
            source.read(range[0], buffer);
            assertHas(bytes, range[0], range[1], buffer);
        }
    }

    private static void readLists(ByteSource source, byte[] bytes, Random random) throws IOException {
        List<Range> ranges = new ArrayList<>();
        List<int[]> asked = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            int[] range = range(random, random.nextBoolean() ? bytes.length : bytes.length / 50);
            asked.add(range);
            ranges.add(new Range(range[0], buffer(range[1], random)));
        }
        source.read(ranges);
        for (int i = 0; i < ranges.size(); i++) {
            assertHas(bytes, asked.get(i)[0], asked.get(i)[1], ranges.get(i).target());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyBytesAreReadAnywhere(ByteSourceKind kind) throws IOException {
        ByteSourceKind.Opened opened = kind.open(folder);
        Random random = new Random(3);
        try (ByteSource source = opened.source()) {
            assertEquals(opened.bytes().length, source.length());
            assertFalse(source.name().isEmpty());
            readSome(source, opened.bytes(), 60, random);
            for (int i = 0; i < 20; i++) {
                readLists(source, opened.bytes(), random);
            }
            source.requireUnchanged();
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalThreadsReadAtOnce(ByteSourceKind kind) throws Exception {
        ByteSourceKind.Opened opened = kind.open(folder);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (ByteSource source = opened.source()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Random random = new Random(i);
                all.add(threads.submit(() -> {
                    readSome(source, opened.bytes(), 40, random);
                    readLists(source, opened.bytes(), random);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsReadBeyondTheEnds(ByteSourceKind kind) throws IOException {
        ByteSourceKind.Opened opened = kind.open(folder);
        try (ByteSource source = opened.source()) {
            long length = source.length();
            for (long position : new long[] {-1, length - 9, length, length + 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
                ByteBuffer buffer = buffer(10, new Random(1));
                assertThrows(EOFException.class, () -> source.read(position, buffer), "" + position);
                assertEquals(AROUND, buffer.position());
                assertEquals(UNTOUCHED, buffer.get(AROUND));
                Range inside = new Range(0, ByteBuffer.allocate(1));
                assertThrows(EOFException.class, () -> source.read(List.of(inside, new Range(position, buffer))));
            }
            source.read(length, ByteBuffer.allocate(0));
            source.read(List.of());
            source.read(List.of(new Range(length, ByteBuffer.allocate(0))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterClosingNothingIsRead(ByteSourceKind kind) throws IOException {
        ByteSource source = kind.open(folder).source();
        source.read(0, ByteBuffer.allocate(10));
        source.close();
        source.close();
        assertThrows(IllegalStateException.class, () -> source.read(0, ByteBuffer.allocate(10)));
        assertThrows(IllegalStateException.class, () -> source.read(List.of(new Range(0, ByteBuffer.allocate(10)))));
    }
}
