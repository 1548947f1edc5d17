package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.image.UnreadableArray;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every array of every series has the right values at every step, however it is asked for. */
class SeriesReadingTest {

    private static final String FILES = "io.vtkhdf.read.SeriesFiles#";

    static Stream<String> files() {
        return SeriesFiles.times().stream().map(SeriesFiles.Times::file);
    }

    private static List<SeriesFiles.Known> arrays(String file) {
        return SeriesFiles.arrays().stream()
                .filter(known -> known.file().equals(file))
                .toList();
    }

    @ParameterizedTest
    @MethodSource(FILES + "times")
    void stepsAndTimes(SeriesFiles.Times known) throws IOException {
        try (ImageDataReader reader = SeriesFiles.open(known.file())) {
            assertArrayEquals(known.times(), reader.times());
            assertEquals(known.times().length, reader.steps());
            assertEquals(!known.file().equals("none"), reader.isSeries());
            for (int step = 0; step < reader.steps(); step++) {
                ImageDataReader now = reader.atStep(step);
                assertEquals(step, now.step());
                assertEquals(known.times()[step], now.time());
                assertEquals(step, reader.stepAt(now.time()));
                assertEquals(step, reader.stepAt(Math.nextUp(now.time())));
                assertEquals(Math.max(0, step - 1), reader.stepAt(Math.nextDown(now.time())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(FILES + "refused")
    void whatDoesNotTellItsTimesIsRefused(SeriesFiles.Refused known) {
        String message = assertThrows(FileContentException.class, () -> SeriesFiles.open(known.file()))
                .getMessage();
        assertTrue(message.startsWith(SeriesFiles.path(known.file()) + ": " + known.message()), message);
    }

    @ParameterizedTest
    @MethodSource("files")
    void arraysOfEachStep(String file) throws IOException {
        try (ImageDataReader reader = SeriesFiles.open(file)) {
            for (int step = 0; step < reader.steps(); step++) {
                ImageDataReader now = reader.atStep(step);
                List<String> expected = new ArrayList<>();
                for (SeriesFiles.Known known : arrays(file)) {
                    if (known.isReadable(step)) {
                        expected.add(known.association() + " " + known.name());
                    } else {
                        assertEquals(Optional.empty(), now.findArray(known.association(), known.name()));
                    }
                }
                List<String> found = now.arrays().stream()
                        .map(array ->
                                array.spec().association() + " " + array.spec().name())
                        .toList();
                assertEquals(
                        expected.stream().sorted().toList(),
                        found.stream().sorted().toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(FILES + "broken")
    void anArrayThatCannotBeReadSaysWhy(SeriesFiles.Broken known) throws IOException {
        try (ImageDataReader reader = SeriesFiles.open(known.file())) {
            for (int step = 0; step < reader.steps(); step++) {
                ImageDataReader now = reader.atStep(step);
                Optional<UnreadableArray> told = now.unreadable().stream()
                        .filter(array -> array.name().equals(known.name()))
                        .findFirst();
                assertEquals(known.steps().contains(step), told.isPresent(), told.toString());
                if (told.isPresent()) {
                    String message = told.get().message();
                    assertTrue(message.contains(known.message()), message);
                    assertTrue(message.startsWith(SeriesFiles.path(known.file()) + ": /VTKHDF/"), message);
                    assertEquals(
                            message,
                            assertThrows(FileContentException.class, () -> now.array(known.association(), known.name()))
                                    .getMessage());
                }
            }
        }
    }

    @Test
    void aReaderOfAnArrayGoesToAnotherStepAsWell() throws IOException {
        try (ImageDataReader reader = SeriesFiles.open("flaws")) {
            ArrayReader array = reader.pointArray("once beyond");
            assertEquals(0, array.step());
            assertEquals(2, array.atStep(2).step());
            assertEquals(3, array.slabs());
            String message = assertThrows(FileContentException.class, () -> array.atStep(1))
                    .getMessage();
            assertTrue(message.contains("as step 1 takes that of index 3"), message);
            for (int step : new int[] {-1, 3, Integer.MAX_VALUE}) {
                String expected = "found the step " + step + ", expected one of 0 to 2";
                assertEquals(
                        expected,
                        assertThrows(IllegalArgumentException.class, () -> array.atStep(step))
                                .getMessage());
                assertEquals(
                        expected,
                        assertThrows(IllegalArgumentException.class, () -> reader.atStep(step))
                                .getMessage());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void wholeInBothOrders(String file) throws IOException {
        forEachArray(file, (known, array) -> {
            check(known, array, Region.all(array.dimensions()), Order.X_FASTEST, array.read());
            check(known, array, Region.all(array.dimensions()), Order.X_SLOWEST, array.read(Order.X_SLOWEST));
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void slicesAcrossEachAxis(String file) throws IOException {
        forEachArray(file, (known, array) -> {
            for (Axis axis : Axis.values()) {
                for (int index = 0; index < array.dimensions().along(axis); index++) {
                    Region slice = Region.slice(array.dimensions(), axis, index);
                    check(known, array, slice, Order.X_FASTEST, array.readSlice(axis, index));
                    check(known, array, slice, Order.X_SLOWEST, array.readSlice(axis, index, Order.X_SLOWEST));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void slabsOfSlices(String file) throws IOException {
        forEachArray(file, (known, array) -> {
            Dimensions all = array.dimensions();
            for (int first = 0; first < all.z(); first++) {
                Slab slab = new Slab(first, all.z() - first);
                check(known, array, Region.slab(all, slab), Order.X_FASTEST, array.read(slab));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void regionsInAnyOrderOfStepsIntoBuffers(String file) throws IOException {
        Random random = new Random(file.hashCode());
        try (ImageDataReader reader = SeriesFiles.open(file)) {
            for (SeriesFiles.Known known : arrays(file)) {
                for (int i = 0; i < 12; i++) {
                    int step = random.nextInt(reader.steps());
                    if (!known.isReadable(step)) {
                        continue;
                    }
                    ArrayReader array = known.of(reader.atStep(step));
                    Region region = region(array.dimensions(), random);
                    Order order = random.nextBoolean() ? Order.X_FASTEST : Order.X_SLOWEST;
                    int count = Math.toIntExact(region.size().count()) * known.components();
                    ByteBuffer bytes = ByteBuffer.allocate(count * known.type().size() + 3)
                            .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                            .position(3);
                    array.read(region, bytes, order);
                    assertEquals(0, bytes.remaining());
                    check(known, array, region, order, known.type().toArray(bytes.position(3)));
                }
            }
        }
    }

    private static Region region(Dimensions all, Random random) {
        int x = random.nextInt(all.x());
        int y = random.nextInt(all.y());
        int z = random.nextInt(all.z());
        return new Region(
                x,
                y,
                z,
                new Dimensions(
                        1 + random.nextInt(all.x() - x),
                        1 + random.nextInt(all.y() - y),
                        1 + random.nextInt(all.z() - z)));
    }

    private interface Check {
        void check(SeriesFiles.Known known, ArrayReader array) throws IOException;
    }

    private static void forEachArray(String file, Check check) throws IOException {
        try (ImageDataReader reader = SeriesFiles.open(file)) {
            for (int step = 0; step < reader.steps(); step++) {
                for (SeriesFiles.Known known : arrays(file)) {
                    if (known.isReadable(step)) {
                        check.check(known, known.of(reader.atStep(step)));
                    }
                }
            }
        }
    }

    private static void check(SeriesFiles.Known known, ArrayReader array, Region region, Order order, Object values) {
        ScalarType type = known.type();
        assertEquals(type, array.spec().type());
        assertEquals(known.components(), array.spec().components());
        Dimensions size = region.size();
        assertEquals(size.count() * known.components(), Array.getLength(values));
        int i = 0;
        int[] lengths = order == Order.X_FASTEST
                ? new int[] {size.z(), size.y(), size.x()}
                : new int[] {size.x(), size.y(), size.z()};
        for (int slow = 0; slow < lengths[0]; slow++) {
            for (int y = 0; y < lengths[1]; y++) {
                for (int fast = 0; fast < lengths[2]; fast++) {
                    int x = region.x() + (order == Order.X_FASTEST ? fast : slow);
                    int z = region.z() + (order == Order.X_FASTEST ? slow : fast);
                    for (int c = 0; c < known.components(); c++) {
                        double expected = known.value(array.step(), x, region.y() + y, z, c);
                        double found = type.doubleAt(values, i++);
                        if (expected != found) {
                            assertEquals(
                                    expected, found, known + " step " + array.step() + " at " + x + " " + y + " " + z);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "contiguous, , CONTIGUOUS",
        "compact, , COMPACT",
        "step fixed gzip, 5 x 4 x 3, CHUNKED",
        "slice grows, 5 x 4 x 1, CHUNKED",
        "bricks grows everywhere, 2 x 3 x 2, CHUNKED",
        "two steps of bricks fixed, 2 x 3 x 2, CHUNKED",
        "vector, 2 x 3 x 2, CHUNKED",
    })
    void chunksAreThoseOfAStep(String name, String chunk, StoredLayout.Form form) throws IOException {
        try (ImageDataReader reader = SeriesFiles.open("layouts-v110")) {
            for (int step = 0; step < reader.steps(); step++) {
                ArrayReader array = reader.atStep(step).pointArray(name);
                assertEquals(Optional.ofNullable(chunk), array.chunk().map(Dimensions::toString));
                assertEquals(form, array.storage().form());
                assertEquals(3, array.slabs());
                assertEquals(3, array.storedSlices());
                assertEquals(step, array.sameAsStep());
                if (form != StoredLayout.Form.CHUNKED) {
                    assertEquals(3 * 60 * 4, array.storage().storedBytes());
                }
            }
        }
    }

    @Test
    void slicesThatAreStoredAreThoseOfTheStep() throws IOException {
        try (ImageDataReader reader = SeriesFiles.open("slabs")) {
            for (String kind : List.of("fixed", "fixed gzip", "grows", "tree")) {
                int[] found = new int[4];
                for (int step = 0; step < 4; step++) {
                    found[step] =
                            reader.atStep(step).pointArray("reserved " + kind).storedSlices();
                }
                assertArrayEquals(new int[] {3, 0, 0, 3}, found, kind);
            }
            assertEquals(9, reader.pointArray("reserved fixed").slabs());
            assertEquals(0, reader.pointArray("never").storedSlices());
            assertEquals(1, reader.pointArray("constant").slabs());
        }
    }

    @Test
    void whatIsStoredOnceIsTold() throws IOException {
        try (ImageDataReader reader = SeriesFiles.open("slabs")) {
            assertEquals(List.of(0, 0, 2, 0), sameAs(reader, "again"));
            assertEquals(List.of(0, 0, 0, 0), sameAs(reader, "constant"));
            assertEquals(List.of(0, 1, 2, 3), sameAs(reader, "backwards"));
            assertEquals(List.of(0, 1, 2, 3), sameAs(reader, "own, told"));
            assertEquals(1, reader.atStep(1).cellArray("cells").atStep(3).sameAsStep() - 2);
        }
    }

    private static List<Integer> sameAs(ImageDataReader reader, String name) {
        return IntStream.range(0, reader.steps())
                .mapToObj(step -> pointArray(reader, name, step).sameAsStep())
                .toList();
    }

    private static ArrayReader pointArray(ImageDataReader reader, String name, int step) {
        return reader.atStep(step).findArray(Association.POINT, name).orElseThrow();
    }

    @Test
    void allStepsAreOfOneFile() throws IOException {
        ImageDataReader first = SeriesFiles.open("slabs");
        ImageDataReader last = first.atStep(3);
        ArrayReader array = last.pointArray("own");
        assertFalse(last == first);
        assertTrue(last.atStep(3) == last);
        last.close();
        first.close();
        assertThrows(IllegalStateException.class, () -> first.pointArray("own").read());
        assertThrows(IllegalStateException.class, array::read);
        assertThrows(IllegalStateException.class, first::fields);
        assertEquals(4, first.steps());
        assertEquals(0.5, first.atStep(3).time());
    }

    @Test
    void noTimeIsNoStep() throws IOException {
        try (ImageDataReader reader = SeriesFiles.open("slabs")) {
            assertThrows(IllegalArgumentException.class, () -> reader.stepAt(Double.NaN));
            assertEquals(0, reader.stepAt(Double.NEGATIVE_INFINITY));
            assertEquals(3, reader.stepAt(Double.POSITIVE_INFINITY));
            assertEquals(2, reader.stepAt(-0.0));
            assertEquals(2, reader.stepAt(0.0));
        }
    }

    @Test
    void activeArraysOfEachStep() throws IOException {
        try (ImageDataReader reader = SeriesFiles.open("active")) {
            assertEquals(
                    List.of(
                            new ActiveArray(Association.POINT, ArrayRole.SCALARS, "pressure"),
                            new ActiveArray(Association.POINT, ArrayRole.VECTORS, "velocity")),
                    reader.activeArrays());
            assertEquals(reader.activeArrays(), reader.atStep(1).activeArrays());
        }
    }
}
