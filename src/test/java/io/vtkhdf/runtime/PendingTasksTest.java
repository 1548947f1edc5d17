package io.vtkhdf.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PendingTasksTest {

    @Test
    void whatIsNoFailureOfInputAndOutputIsToldAsOne() {
        try (Workers workers = new Workers("vtkhdf-test", 2)) {
            PendingTasks<Void> tasks = new PendingTasks<>(workers);
            tasks.submit(() -> {
                throw new TimeoutException("late");
            });
            IOException failure = assertThrows(IOException.class, tasks::take);
            assertEquals("java.util.concurrent.TimeoutException: late", failure.getMessage());
        }
    }

    @Test
    void droppingWaitsForAllTasksWhateverTheyThrow() {
        try (Workers workers = new Workers("vtkhdf-test", 2)) {
            PendingTasks<Void> tasks = new PendingTasks<>(workers);
            AtomicBoolean ended = new AtomicBoolean();
            for (int i = 0; i < 2; i++) {
                tasks.submit(() -> {
                    throw new OutOfMemoryError();
                });
            }
            tasks.submit(() -> {
                Thread.sleep(200);
                ended.set(true);
                return null;
            });
            assertThrows(OutOfMemoryError.class, tasks::take);
            tasks.drop();
            assertEquals(0, tasks.size());
            assertTrue(ended.get());
        }
    }
}
