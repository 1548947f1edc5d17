package io.vtkhdf.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Dimensions;
import io.vtkhdf.ImageSource;
import io.vtkhdf.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every source of slabs does, whatever its file is like: however it is asked, its values are those of the file.
 */
class SourceContractTest {

    private static final int PATTERNS = 8;
    private static final int THREADS = 4;

    @ParameterizedTest
    @MethodSource("io.vtkhdf.convert.SourceKind#files")
    void allArraysAreOffered(SourceKind.Golden file) throws IOException {
        try (ImageSource source = file.open()) {
            assertEquals(List.of(), source.unsupportedArrays());
            assertFalse(source.arrays().isEmpty());
            for (ArraySpec array : source.arrays()) {
                assertEquals(SourceKind.values(array).length, sliceSize(source, array) * slices(source, array));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.vtkhdf.convert.SourceKind#files")
    void slabsOfAnyThicknessHaveTheValues(SourceKind.Golden file) throws IOException {
        Random random = new Random(1);
        try (ImageSource source = file.open()) {
            for (ArraySpec array : source.arrays()) {
                for (int thickness = 1; thickness <= slices(source, array); thickness++) {
                    try (Reading reading = new Reading(source, array)) {
                        while (reading.left() > 0) {
                            reading.read(Math.min(thickness, reading.left()), random);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.vtkhdf.convert.SourceKind#files")
    void skippedAndReadInAnyPattern(SourceKind.Golden file) throws IOException {
        try (ImageSource source = file.open()) {
            for (ArraySpec array : source.arrays()) {
                for (int pattern = 0; pattern < PATTERNS; pattern++) {
                    Random random = new Random(pattern);
                    try (Reading reading = new Reading(source, array)) {
                        reading.goOn(random);
                    }
                }
            }
        }
    }

    /** What was read before does not count: also the first slice that is read, in either order. */
    @ParameterizedTest
    @MethodSource("io.vtkhdf.convert.SourceKind#files")
    void readFromAnySliceOn(SourceKind.Golden file) throws IOException {
        Random random = new Random(2);
        try (ImageSource source = file.open()) {
            for (ArraySpec array : source.arrays()) {
                for (int first = 0; first < slices(source, array); first++) {
                    try (Reading reading = new Reading(source, array)) {
                        reading.skip(first, random);
                        reading.read(reading.left(), random);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.vtkhdf.convert.SourceKind#files")
    void severalReadersInTurn(SourceKind.Golden file) throws IOException {
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            Random random = new Random(pattern);
            try (ImageSource source = file.open()) {
                List<Reading> readings = new ArrayList<>();
                for (ArraySpec array : source.arrays()) {
                    readings.add(new Reading(source, array));
                    readings.add(new Reading(source, array));
                }
                while (!readings.isEmpty()) {
                    Reading reading = readings.get(random.nextInt(readings.size()));
                    boolean isClosedEarly = random.nextInt(10) == 0;
                    if (reading.left() == 0 || isClosedEarly) {
                        reading.close();
                        readings.remove(reading);
                    } else {
                        reading.step(random);
                    }
                }
            }
        }
    }

    /** A source is for one thread, but a file may have many sources, and a reader may go from thread to thread. */
    @ParameterizedTest
    @MethodSource("io.vtkhdf.convert.SourceKind#files")
    void severalThreads(SourceKind.Golden file) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(i);
                tasks.add(() -> {
                    readAll(file, random);
                    return null;
                });
            }
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
            try (ImageSource source = file.open();
                    Reading reading = new Reading(source, source.arrays().get(0))) {
                Random random = new Random(3);
                while (reading.left() > 0) {
                    threads.submit(() -> {
                                reading.step(random);
                                return null;
                            })
                            .get();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void readAll(SourceKind.Golden file, Random random) throws IOException {
        try (ImageSource source = file.open()) {
            for (ArraySpec array : source.arrays()) {
                try (Reading reading = new Reading(source, array)) {
                    reading.goOn(random);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.vtkhdf.convert.SourceKind#files")
    void closedEarlyItReadsNoMore(SourceKind.Golden file) throws IOException {
        Random random = new Random(4);
        try (ImageSource source = file.open()) {
            for (ArraySpec array : source.arrays()) {
                for (int before = 0; before < slices(source, array); before++) {
                    Reading reading = new Reading(source, array);
                    reading.read(before, random);
                    reading.close();
                    reading.close();
                    ByteBuffer room = ByteBuffer.allocate(sliceSize(source, array));
                    assertThrows(IllegalStateException.class, () -> reading.reader.read(1, room));
                    assertThrows(IllegalStateException.class, () -> reading.reader.skip(1, room));
                }
                try (Reading reading = new Reading(source, array)) {
                    reading.read(reading.left(), random);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.vtkhdf.convert.SourceKind#files")
    void whatIsRefusedTakesNothing(SourceKind.Golden file) throws IOException {
        Random random = new Random(5);
        try (ImageSource source = file.open()) {
            for (ArraySpec array : source.arrays()) {
                try (Reading reading = new Reading(source, array)) {
                    ByteBuffer small = ByteBuffer.allocate(sliceSize(source, array) - 1);
                    ByteBuffer large = ByteBuffer.allocate(sliceSize(source, array) * (slices(source, array) + 1));
                    while (reading.left() > 0) {
                        int tooMany = reading.left() + 1;
                        assertThrows(IllegalArgumentException.class, () -> reading.reader.read(1, small));
                        assertThrows(IllegalArgumentException.class, () -> reading.reader.read(tooMany, large));
                        assertThrows(IllegalArgumentException.class, () -> reading.reader.skip(tooMany, large));
                        assertThrows(IllegalArgumentException.class, () -> reading.reader.read(-1, large));
                        assertEquals(0, small.position() + large.position());
                        reading.read(0, random);
                        reading.read(1, random);
                    }
                }
            }
        }
    }

    private static int slices(ImageSource source, ArraySpec array) {
        return source.geometry().dimensions(array.association()).z();
    }

    private static int sliceSize(ImageSource source, ArraySpec array) {
        Dimensions size = source.geometry().dimensions(array.association());
        return size.x() * size.y() * array.tupleSize();
    }

    /** A reader, and which values it is to find next. */
    private static final class Reading implements AutoCloseable {
        private static final byte UNTOUCHED = 0x5a;

        private final ArraySpec array;
        private final SlabReader reader;
        private final byte[] values;
        private final int sliceSize;
        private final int slices;
        private int next;

        Reading(ImageSource source, ArraySpec array) throws IOException {
            this.array = array;
            this.values = SourceKind.values(array);
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
            ByteBuffer buffer =
                    random.nextBoolean() ? ByteBuffer.allocate(capacity) : ByteBuffer.allocateDirect(capacity);
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

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
