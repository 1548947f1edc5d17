package io.vtkhdf.write.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import org.junit.jupiter.api.Test;

class SlabBufferTest {

    @Test
    void a_slab_is_read_back_in_arrays_that_java_has_whatever_the_memory() {
        ArrayShape shape = ArrayShape.of(ArraySpec.point("a", ScalarType.FLOAT64), ImageGeometry.of(1024, 512, 512));
        for (long memory : new long[] {1, 1 << 20, 1L << 31, 8L << 30, Long.MAX_VALUE}) {
            SlabBuffer slab = new SlabBuffer.OnDisk(
                    shape, 512, new SlabBuffer.Scratch(null, 0, new StagedCopy(), memory), () -> {});
            int columns = slab.columnsAtOnce(512);
            long bytes = 512L * 512 * 8 * columns;
            assertTrue(columns == 1 || bytes <= Math.min(memory, Integer.MAX_VALUE - 8), columns + " columns");
        }
    }
}
