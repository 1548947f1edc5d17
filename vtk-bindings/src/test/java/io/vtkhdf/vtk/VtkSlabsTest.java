package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VtkSlabsTest {

    private static final ArraySpec BYTES = ArraySpec.point("a", ScalarType.UINT8);

    @Test
    void slabsAreAsLargeAsAStep() throws IOException {
        assertEquals(List.of("0 2@0", "2 2@12", "4 1@24"), slabs(box(0, 5), BYTES, 1, 12, 1000));
        assertEquals(List.of("0 5@0"), slabs(box(0, 5), BYTES, 1, 1L << 40, 1000));
    }

    @Test
    void aSliceIsTheLeast() throws IOException {
        assertEquals(List.of("0 1@0", "1 1@6"), slabs(box(0, 2), BYTES, 1, 1, 1000));
    }

    @Test
    void layersOfChunksAreWhole() throws IOException {
        assertEquals(List.of("3 1@0", "4 4@6", "8 2@30"), slabs(box(3, 7), BYTES, 4, 1, 1000));
        assertEquals(List.of("3 5@0", "8 2@30"), slabs(box(3, 7), BYTES, 4, 66, 1000));
    }

    @Test
    void noSlabHasMoreValuesThanAJavaArray() throws IOException {
        assertEquals(List.of("0 2@0", "2 2@12", "4 1@24"), slabs(box(0, 5), BYTES, 4, 1 << 20, 13));
        ArraySpec vectors = BYTES.withComponents(3);
        assertEquals(List.of("0 1@0", "0 1@3", "1 1@6", "1 1@9"), slabs(box(0, 2), vectors, 1, 1 << 20, 12));
    }

    @Test
    void countsOverflowNoInt() throws IOException {
        Region huge = Region.all(new Dimensions(50_000, 50_000, 3));
        List<String> slabs = new ArrayList<>();
        new VtkSlabs(huge, BYTES.withComponents(2), 1, 1 << 20).forEach((slab, first) -> slabs.add(slab + "@" + first));
        assertEquals(9, slabs.size());
        assertEquals("50000 x 7052 x 1 at 0, 42948, 2@" + (2 * 2_500_000_000L + 42_948 * 50_000L), slabs.get(8));
    }

    @Test
    void slicesThatNoFileTakesAreNamed() {
        new VtkSlabs(Region.all(new Dimensions(65_536, 32_767, 3)), BYTES, 1, 1 << 20).requireWholeSlices("a");
        VtkSlabs cut = new VtkSlabs(Region.all(new Dimensions(65_536, 32_768, 1)), BYTES, 1, 1 << 20);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> cut.requireWholeSlices("density"));
        assertTrue(e.getMessage().contains("'density': found slices of 65536 x 32768 tuples"), e.getMessage());
    }

    @Test
    void slabsFollowEachOther() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            Dimensions size = new Dimensions(1 + random.nextInt(5), 1 + random.nextInt(5), 1 + random.nextInt(20));
            Region box = new Region(random.nextInt(9), random.nextInt(9), random.nextInt(9), size);
            long[] next = {0};
            assertAll(box, random, next);
            assertEquals(size.count(), next[0]);
        }
    }

    private static void assertAll(Region box, SplittableRandom random, long[] next) {
        try {
            new VtkSlabs(box, BYTES, 1 + random.nextInt(6), random.nextInt(60), 5 + random.nextInt(60))
                    .forEach((slab, first) -> {
                        assertEquals(next[0], first);
                        assertTrue(slab.x() == box.x()
                                && slab.size().x() == box.size().x());
                        next[0] += slab.size().count();
                    });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** 3 x 2 points a slice. */
    private static Region box(int firstSlice, int slices) {
        return new Region(7, 8, firstSlice, new Dimensions(3, 2, slices));
    }

    private static List<String> slabs(Region box, ArraySpec spec, int thickness, long step, int most)
            throws IOException {
        List<String> slabs = new ArrayList<>();
        new VtkSlabs(box, spec, thickness, step, most)
                .forEach((slab, first) -> slabs.add(slab.z() + " " + slab.size().z() + "@" + first));
        return slabs;
    }
}
