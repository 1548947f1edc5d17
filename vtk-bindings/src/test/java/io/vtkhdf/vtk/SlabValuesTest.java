package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ScalarType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlabValuesTest {

    private static final int BYTES = 16 << 20;

    @ParameterizedTest
    @EnumSource
    void whatIsPutIsTheFilesBytes(ScalarType type) {
        SlabValues slab = SlabValues.of(type, 5, null);
        slab.put(ones(type, 4), 0, 2);
        slab.put(ones(type, 3), 2, 3);
        assertEquals(type.toBytes(ones(type, 5)), slab.values());
    }

    @Test
    void memoryIsUsedAgainForLessAndForOtherTypes() {
        SlabValues first = SlabValues.of(ScalarType.FLOAT64, 5, null);
        SlabValues second = SlabValues.of(ScalarType.INT16, 7, first);
        assertSame(first.values(), second.values());
        assertEquals(14, ((ByteBuffer) second.values()).remaining());
        assertNotSame(
                second.values(), SlabValues.of(ScalarType.INT16, 21, second).values());
        assertEquals(
                40, ((ByteBuffer) SlabValues.of(ScalarType.FLOAT64, 5, second).values()).remaining());
    }

    @Test
    void manyValuesAreInAnArray() {
        assertTrue(SlabValues.of(ScalarType.INT32, BYTES / 4, null).values() instanceof ByteBuffer);
        SlabValues large = SlabValues.of(ScalarType.INT32, BYTES / 4 + 1, null);
        int[] values = (int[]) large.values();
        large.put(new int[] {1, 2, 3}, values.length - 2, 2);
        assertEquals(0, values[values.length - 3]);
        assertEquals(1, values[values.length - 2]);
        assertEquals(2, values[values.length - 1]);
        assertSame(values, SlabValues.of(ScalarType.INT32, values.length, large).values());
        assertNotSame(
                values,
                SlabValues.of(ScalarType.INT32, values.length + 1, large).values());
        assertTrue(SlabValues.of(ScalarType.FLOAT32, values.length, large).values() instanceof float[]);
        assertTrue(SlabValues.of(ScalarType.INT32, 1, large).values() instanceof ByteBuffer);
    }

    private static Object ones(ScalarType type, int length) {
        Object array = type.newArray(length);
        for (int i = 0; i < length; i++) {
            Array.setByte(array, i, (byte) 1);
        }
        return array;
    }
}
