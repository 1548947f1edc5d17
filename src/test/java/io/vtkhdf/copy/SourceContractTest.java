package io.vtkhdf.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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
    @MethodSource("io.vtkhdf.copy.SourceKind#files")
    void allArraysAreOffered(SourceKind.Golden file) throws IOException {
        try (ImageSource source = file.open()) {
            assertEquals(List.of(), source.unreadable());
            assertFalse(source.arrays().isEmpty());
            for (ArraySpec array : source.arrays()) {
                assertEquals(
                        SourceKind.values(array).length,
                        CheckedReading.sliceSize(source, array) * CheckedReading.slices(source, array));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.vtkhdf.copy.SourceKind#files")
    void slabsOfAnyThicknessHaveTheValues(SourceKind.Golden file) throws IOException {
        Random random = new Random(1);
        try (ImageSource source = file.open()) {
            for (ArraySpec array : source.arrays()) {
                for (int thickness = 1; thickness <= CheckedReading.slices(source, array); thickness++) {
                    try (CheckedReading reading = open(source, array)) {
                        while (reading.left() > 0) {
                            reading.read(Math.min(thickness, reading.left()), random);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.vtkhdf.copy.SourceKind#files")
    void skippedAndReadInAnyPattern(SourceKind.Golden file) throws IOException {
        try (ImageSource source = file.open()) {
            for (ArraySpec array : source.arrays()) {
                for (int pattern = 0; pattern < PATTERNS; pattern++) {
                    Random random = new Random(pattern);
                    try (CheckedReading reading = open(source, array)) {
                        reading.goOn(random);
                    }
                }
            }
        }
    }

    /** What was read before does not count: also the first slice that is read, in either order. */
    @ParameterizedTest
    @MethodSource("io.vtkhdf.copy.SourceKind#files")
    void readFromAnySliceOn(SourceKind.Golden file) throws IOException {
        Random random = new Random(2);
        try (ImageSource source = file.open()) {
            for (ArraySpec array : source.arrays()) {
                for (int first = 0; first < CheckedReading.slices(source, array); first++) {
                    try (CheckedReading reading = open(source, array)) {
                        reading.skip(first, random);
                        reading.read(reading.left(), random);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.vtkhdf.copy.SourceKind#files")
    void severalReadersInTurn(SourceKind.Golden file) throws IOException {
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            Random random = new Random(pattern);
            try (ImageSource source = file.open()) {
                List<CheckedReading> readings = new ArrayList<>();
                for (ArraySpec array : source.arrays()) {
                    readings.add(open(source, array));
                    readings.add(open(source, array));
                }
                while (!readings.isEmpty()) {
                    CheckedReading reading = readings.get(random.nextInt(readings.size()));
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
    @MethodSource("io.vtkhdf.copy.SourceKind#files")
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
                    CheckedReading reading = open(source, source.arrays().get(0))) {
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
                try (CheckedReading reading = open(source, array)) {
                    reading.goOn(random);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.vtkhdf.copy.SourceKind#files")
    void closedEarlyItReadsNoMore(SourceKind.Golden file) throws IOException {
        Random random = new Random(4);
        try (ImageSource source = file.open()) {
            for (ArraySpec array : source.arrays()) {
                for (int before = 0; before < CheckedReading.slices(source, array); before++) {
                    CheckedReading reading = open(source, array);
                    reading.read(before, random);
                    reading.close();
                    reading.close();
                    ByteBuffer room = ByteBuffer.allocate(CheckedReading.sliceSize(source, array));
                    assertThrows(IllegalStateException.class, () -> reading.reader.read(1, room));
                    assertThrows(IllegalStateException.class, () -> reading.reader.skip(1, room));
                }
                try (CheckedReading reading = open(source, array)) {
                    reading.read(reading.left(), random);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.vtkhdf.copy.SourceKind#files")
    void whatIsRefusedTakesNothing(SourceKind.Golden file) throws IOException {
        Random random = new Random(5);
        try (ImageSource source = file.open()) {
            for (ArraySpec array : source.arrays()) {
                try (CheckedReading reading = open(source, array)) {
                    ByteBuffer small = ByteBuffer.allocate(CheckedReading.sliceSize(source, array) - 1);
                    ByteBuffer large = ByteBuffer.allocate(
                            CheckedReading.sliceSize(source, array) * (CheckedReading.slices(source, array) + 1));
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

    private static CheckedReading open(ImageSource source, ArraySpec array) throws IOException {
        return new CheckedReading(source, array, SourceKind.values(array));
    }
}
