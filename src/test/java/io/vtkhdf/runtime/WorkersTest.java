package io.vtkhdf.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class WorkersTest {

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "1, 1", "4, 1", "1, 1000", "2, 1000", "4, 3", "100, 1000"})
    void eachTaskIsDoneOnce(int workers, int tasks) throws IOException {
        AtomicIntegerArray done = new AtomicIntegerArray(tasks);
        Workers.each(workers, tasks, i -> done.incrementAndGet((int) i));
        for (int i = 0; i < tasks; i++) {
            assertEquals(1, done.get(i));
        }
    }

    @Test
    void othersAreDaemonsOfOurOwn() throws IOException {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch two = new CountDownLatch(2);
        Workers.together(2, () -> {
            seen.add(Thread.currentThread());
            two.countDown();
            awaitQuietly(two);
        });
        assertEquals(2, seen.size());
        assertTrue(seen.remove(Thread.currentThread()));
        Thread other = seen.iterator().next();
        assertTrue(other.isDaemon());
        assertEquals("vtkhdf-read", other.getName());
    }

    @Test
    void workInsideOfWorkNeedsNoFreeThread() throws IOException {
        AtomicInteger done = new AtomicInteger();
        int workers = Workers.processors() + 1;
        Workers.each(
                workers,
                20,
                i -> Workers.each(workers, 20, j -> Workers.each(workers, 5, k -> done.incrementAndGet())));
        assertEquals(20 * 20 * 5, done.get());
    }

    @RepeatedTest(20)
    void whatIsThrownAnywhereIsThrownByTheCallAndEndsIt() {
        for (Throwable thrown :
                new Throwable[] {new IOException("a"), new IllegalStateException("b"), new OutOfMemoryError("c")}) {
            AtomicInteger running = new AtomicInteger();
            AtomicInteger begun = new AtomicInteger();
            Throwable caught = assertThrows(
                    Throwable.class,
                    () -> Workers.each(2, 100_000_000, i -> {
                        begun.incrementAndGet();
                        running.incrementAndGet();
                        try {
                            if (i == 7) {
                                WorkersTest.<RuntimeException>sneak(thrown);
                            }
                        } finally {
                            running.decrementAndGet();
                        }
                    }));
            assertSame(thrown, caught);
            assertEquals(0, running.get());
            assertTrue(begun.get() < 100_000_000);
        }
    }

    /** As Java refuses to start a thread where the system has no more. */
    @Test
    void thatNoThreadCanBeStartedEndsNothingThatHasBegun() {
        OutOfMemoryError refusal = new OutOfMemoryError("unable to create native thread");
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger started = new AtomicInteger();
        List<Runnable> waiting = new ArrayList<>();
        Executor two = task -> {
            if (begun.getCount() == 0) {
                waiting.add(task);
                throw refusal;
            }
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
            awaitQuietly(begun);
        };
        Throwable caught = assertThrows(
                OutOfMemoryError.class,
                () -> Workers.together(two, 3, () -> {
                    started.incrementAndGet();
                    running.incrementAndGet();
                    begun.countDown();
                    try {
                        Thread.sleep(200);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    running.decrementAndGet();
                }));
        assertSame(refusal, caught);
        assertEquals(0, running.get());
        waiting.forEach(Runnable::run); // As somebody else's thread may still do.
        assertEquals(1, started.get());
    }

    @Test
    void anInterruptIsKeptForWhoeverAsksNext() throws IOException {
        AtomicInteger done = new AtomicInteger();
        Thread.currentThread().interrupt();
        Workers.each(2, 100, i -> done.incrementAndGet());
        assertTrue(Thread.interrupted());
        assertEquals(100, done.get());
        Workers.each(2, 100, i -> done.incrementAndGet());
        assertFalse(Thread.interrupted());
    }

    @Test
    void closingEndsThreadsAtOnceAndIdlenessLater() throws Exception {
        Workers workers = new Workers("vtkhdf-test", 1);
        Thread thread = workers.submit(Thread::currentThread).get();
        workers.close();
        thread.join();
        Workers idle = new Workers("vtkhdf-test", 1);
        Thread first = idle.submit(Thread::currentThread).get();
        first.join();
        Thread second = idle.submit(Thread::currentThread).get();
        assertFalse(first == second);
        idle.close();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
