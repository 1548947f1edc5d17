package io.vtkhdf.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.testing.HangGuard;
import java.util.List;

/** The {@link Workers} of sources, which must not outlive what they decode for. */
public final class DecodingThreads {

    private DecodingThreads() {}

    /** Waits for those that are about to end. */
    public static void assertEnded() throws InterruptedException {
        long deadline = System.nanoTime() + HangGuard.LIMIT.toNanos();
        while (!alive().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        assertEquals(List.of(), alive());
    }

    private static List<Thread> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("vtkhdf-decode"))
                .toList();
    }
}
