package io.vtkhdf.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LatestOnlyTest {

    private final LatestOnly latest = new LatestOnly();

    @Test
    void whatIsNoLongerWantedIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> first = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                first.complete(latest.run("z", 1, () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        throw new InterruptedIOException();
                    }
                    return "never";
                }));
            } catch (IOException | RuntimeException e) {
                first.completeExceptionally(e);
            }
        });
        thread.start();
        begun.await();
        // Another kind disturbs nobody.
        assertEquals("x", latest.run("x", 2, () -> "x"));
        assertFalse(first.isDone());
        assertEquals("new", latest.run("z", 3, () -> "new"));
        ExecutionException failure = assertThrows(ExecutionException.class, () -> first.get(60, TimeUnit.SECONDS));
        assertInstanceOf(LatestOnly.SupersededException.class, failure.getCause());
    }

    /** Requests of one page come by several connections. */
    @Test
    void anOldRequestThatComesLateDoesNotDisturbTheNewOne() throws IOException {
        assertEquals("new", latest.run("z", 5, () -> {
            assertThrows(LatestOnly.SupersededException.class, () -> latest.run("z", 4, () -> "old"));
            assertFalse(Thread.currentThread().isInterrupted());
            return "new";
        }));
    }

    @Test
    void aThreadTakesNoInterruptionWithIt() throws IOException {
        assertThrows(
                LatestOnly.SupersededException.class,
                () -> latest.run("z", 1, () -> latest.run("z", 2, () -> "inner")));
        assertFalse(Thread.currentThread().isInterrupted());
    }
}
