package io.vtkhdf.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One thread writes the last values of a slab while another one finishes it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SlabGateTest extends PlanFixture {

    /** Takes bytes at once, and values when it is told to. */
    private static final class SlowTarget implements SlabTarget {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final boolean fails;
        private volatile boolean isWritten;

        SlowTarget(boolean fails) {
            this.fails = fails;
        }

        @Override
        public void write(int array, long place, ByteBuffer bytes) {
            bytes.position(bytes.limit());
        }

        @Override
        public void write(int array, Slab slices, Object values, Order order) throws IOException {
            write();
        }

        @Override
        public void write(int array, Region box, Object values, Order order) throws IOException {
            write();
        }

        private void write() throws IOException {
            entered.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (fails) {
                throw new IOException("the disk is full");
            }
            isWritten = true;
        }

        @Override
        public Place finish() {
            assertTrue(isWritten, "finished before the values were there");
            return new Place("", 0);
        }

        @Override
        public void close() {}
    }

    private PlannedImage image;

    @BeforeEach
    void plan() throws IOException {
        SlabPlan plan = SlabPlan.create(
                file,
                ImageGeometry.of(4, 4, 2),
                List.of(ArraySpec.point("d", ScalarType.FLOAT32)),
                options(1, Storage.raw()).withActive(List.of()));
        image = new PlannedImage(PlanJson.plan(plan.toJson()));
    }

    /** Starts a thread and waits until it waits for another one. */
    private static <T> FutureTask<T> started(FutureTask<T> task) throws InterruptedException {
        Thread thread = new Thread(task);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.sleep(1);
        }
        return task;
    }

    private static FutureTask<Void> writing(SlabWriter writer, boolean isBox) {
        SlabArray array = writer.array(Association.POINT, "d");
        return new FutureTask<>(() -> {
            if (isBox) {
                array.write(new Region(2, 0, 0, new Dimensions(2, 4, 2)), new float[16]);
            } else {
                array.write(new Slab(0, 2), new float[32]);
            }
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void finishWaitsForWhatIsBeingWritten(boolean isBox) throws Exception {
        SlowTarget target = new SlowTarget(false);
        try (SlabWriter writer = new SlabWriter(image, 0, target)) {
            FutureTask<Void> write = started(writing(writer, isBox));
            target.entered.await();
            FutureTask<SlabReceipt> finish = started(new FutureTask<>(writer::finish));
            target.released.countDown();
            write.get();
            if (isBox) {
                ExecutionException failure = assertThrows(ExecutionException.class, finish::get);
                assertTrue(failure.getCause() instanceof IllegalStateException, failure::toString);
                writer.array(Association.POINT, "d").write(new Region(0, 0, 0, new Dimensions(2, 4, 2)), new float[16]);
                writer.finish();
            } else {
                assertEquals(32 * 4, finish.get().bytes());
            }
        }
    }

    @Test
    void whatIsCountedAndNotWrittenFailsTheSlab() throws Exception {
        SlowTarget target = new SlowTarget(true);
        try (SlabWriter writer = new SlabWriter(image, 0, target)) {
            FutureTask<Void> write = started(writing(writer, false));
            target.entered.await();
            FutureTask<SlabReceipt> finish = started(new FutureTask<>(writer::finish));
            target.released.countDown();
            assertThrows(ExecutionException.class, write::get);
            ExecutionException failure = assertThrows(ExecutionException.class, finish::get);
            assertEquals(
                    "the slab failed before: the disk is full",
                    failure.getCause().getMessage());
            assertMessage(IOException.class, "the slab failed before", writer::finish);
        }
    }
}
