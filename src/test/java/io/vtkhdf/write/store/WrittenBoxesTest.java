package io.vtkhdf.write.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Held against a set of single tuples. */
class WrittenBoxesTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void knows_what_is_there_and_what_is_missing(long seed) {
        Random random = new Random(seed);
        Dimensions array = new Dimensions(1 + random.nextInt(40), 1 + random.nextInt(9), 1 + random.nextInt(9));
        WrittenBoxes boxes = new WrittenBoxes(array);
        Set<Long> there = new HashSet<>();
        for (Region box : Boxes.decomposition(array, 1 + random.nextInt(60), random)) {
            BitSet whole = boxes.add(box);
            tuples(array, box, there::add);
            for (int i = 0; i < box.size().z(); i++) {
                assertEquals(missing(array, box.z() + i, there) == 0, whole.get(i), box.toString());
            }
            probe(array, boxes, there, random);
            for (int z = 0; z < array.z(); z++) {
                checkGap(array, boxes, there, z);
            }
        }
        assertTrue(boxes.isEmpty());
        assertEquals(Optional.empty(), boxes.overlapping(Region.all(array)));
    }

    /** Only slices that lack something are asked about. */
    private static void probe(Dimensions array, WrittenBoxes boxes, Set<Long> there, Random random) {
        List<Region> probes = Boxes.decomposition(array, 10, random);
        for (Region probe : probes) {
            boolean[] isHeld = new boolean[2];
            tuples(array, probe, tuple -> {
                int z = (int) (tuple / array.x() / array.y());
                isHeld[missing(array, z, there) == 0 ? 1 : 0] |= there.contains(tuple);
            });
            if (!isHeld[1]) {
                Optional<Region> found = boxes.overlapping(probe);
                assertEquals(isHeld[0], found.isPresent(), probe.toString());
                found.ifPresent(box -> assertTrue(box.intersection(probe).isPresent(), box + " is not in " + probe));
            }
        }
    }

    private static void checkGap(Dimensions array, WrittenBoxes boxes, Set<Long> there, int z) {
        long missing = missing(array, z, there);
        boolean isPartial = missing > 0 && missing < (long) array.x() * array.y();
        assertEquals(isPartial, boxes.partial(z, 1).isPresent());
        if (!isPartial) {
            return;
        }
        Region gap = boxes.gap(z);
        Region deepened = boxes.deepened(gap, z + 1);
        assertEquals(gap, deepened);
        long first = LongStream.range(0, (long) array.x() * array.y())
                .filter(tuple -> !there.contains((long) z * array.x() * array.y() + tuple))
                .findFirst()
                .orElseThrow();
        assertEquals(first, (long) gap.y() * array.x() + gap.x());
        tuples(array, gap, tuple -> assertTrue(!there.contains(tuple), gap.toString()));
    }

    private static long missing(Dimensions array, int z, Set<Long> there) {
        long slice = (long) array.x() * array.y();
        return LongStream.range(z * slice, (z + 1) * slice)
                .filter(tuple -> !there.contains(tuple))
                .count();
    }

    private static void tuples(Dimensions array, Region box, LongConsumer visitor) {
        for (int z = box.z(); z < box.z() + box.size().z(); z++) {
            for (int y = box.y(); y < box.y() + box.size().y(); y++) {
                for (int x = box.x(); x < box.x() + box.size().x(); x++) {
                    visitor.accept(((long) z * array.y() + y) * array.x() + x);
                }
            }
        }
    }
}
