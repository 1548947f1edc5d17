package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagesTest {

    private static final int ARRAYS = 200;
    private static final long MOST = 8 << 20;

    @TempDir
    private Path directory;

    @Test
    void keepsSomeBuffersAndNoneOnceClosed() {
        Stages stages = new Stages();
        List<ByteBuffer> lent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lent.add(stages.take(1 << 18));
        }
        lent.forEach(stages::giveBack);
        assertEquals(MOST, stages.kept());
        ByteBuffer again = stages.take(1 << 18);
        assertSame(lent.get(31), again);
        assertEquals(MOST - (1 << 18), stages.kept());
        stages.close();
        stages.giveBack(again);
        assertEquals(0, stages.kept());
    }

    /** They would take 50 MiB if each array had a buffer of its own. */
    @Test
    void arraysShareThem() throws IOException {
        Path file = directory.resolve("many.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(8, 8, 8))) {
            for (int i = 0; i < ARRAYS; i++) {
                writer.createArray(ArraySpec.point("a" + i, ScalarType.FLOAT64), Storage.raw())
                        .write(new double[8 * 8 * 8], Order.X_FASTEST);
            }
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            long before = direct();
            for (int i = 0; i < ARRAYS; i++) {
                reader.pointArray("a" + i).readSlice(i % 8);
            }
            long taken = direct() - before;
            assertTrue(taken <= 2 * MOST, taken + " bytes of direct memory");
        }
    }

    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
