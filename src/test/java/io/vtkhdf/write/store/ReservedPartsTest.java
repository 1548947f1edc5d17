package io.vtkhdf.write.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import org.junit.jupiter.api.Test;

class ReservedPartsTest {

    private static final long HDF5_LIMIT = 1L << 32;

    @Test
    void a_part_is_a_slice() {
        assertParts(1, 4, 3, 5, 1, new Dimensions(4, 3, 1), 5);
        assertParts(8, 1000, 1000, 1, 1, new Dimensions(1000, 1000, 1), 1);
        assertParts(8, 1, 1, 4096, 1, new Dimensions(1, 1, 1), 4096);
        assertParts(8, 1200, 1501, 100_000, 3, new Dimensions(1200, 1501, 1), 100_000);
    }

    @Test
    void some_slices_if_they_are_many_and_thin() {
        assertParts(1, 1, 1, 4097, 1, new Dimensions(1, 1, 2), 2049);
        assertParts(8, 4, 1, 1_000_000_000, 1, new Dimensions(4, 1, 2048), 488_282);
        assertParts(4, 100, 100, 10_000, 1, new Dimensions(100, 100, 2), 5000);
    }

    @Test
    void equal_parts_of_a_slice_that_is_larger_than_a_chunk_may_be() {
        assertParts(4, 30_000, 30_000, 3, 1, new Dimensions(30_000, 7500, 1), 12);
        assertParts(4, 30_000, 30_011, 3, 1, new Dimensions(30_000, 1, 1), 3 * 30_011);
        assertParts(8, 1 << 30, 1, 2, 1, new Dimensions(1 << 27, 1, 1), 16);
        assertParts(8, 1 << 28, 2, 2, 3, new Dimensions(1 << 25, 1, 1), 32);
    }

    @Test
    void a_part_is_written_when_all_its_slices_are() {
        ArrayShape shape = shape(1, 1, 1, 4097, 1);
        ReservedParts parts = ReservedParts.of(shape);
        WrittenSlices written = new WrittenSlices("a", new Dimensions(1, 1, 4097));
        written.found(1, 2);
        written.found(4096, 1);

        assertFalse(parts.isWritten(0, written));
        assertFalse(parts.isWritten(1, written));
        assertTrue(parts.isWritten(2048, written), "the last part has one slice only");
        written.found(0, 1);
        assertTrue(parts.isWritten(0, written));
    }

    @Test
    void a_part_of_a_slice_is_written_when_the_slice_is() {
        ReservedParts parts = ReservedParts.of(shape(4, 30_000, 30_000, 3, 1));
        WrittenSlices written = new WrittenSlices("a", new Dimensions(1, 1, 3));
        written.found(1, 1);

        for (int part = 0; part < 12; part++) {
            assertEquals(part / 4 == 1, parts.isWritten(part, written));
        }
    }

    private static ArrayShape shape(int size, int x, int y, int z, int components) {
        ScalarType type = size == 1 ? ScalarType.UINT8 : size == 4 ? ScalarType.FLOAT32 : ScalarType.FLOAT64;
        return ArrayShape.of(ArraySpec.point("a", type).withComponents(components), ImageGeometry.of(x, y, z));
    }

    private static void assertParts(int size, int x, int y, int z, int components, Dimensions part, long count) {
        ReservedParts parts = ReservedParts.of(shape(size, x, y, z, components));
        assertEquals(part, parts.part());
        assertEquals(count, parts.count());
        assertTrue(part.count() * components * size < HDF5_LIMIT);
    }
}
