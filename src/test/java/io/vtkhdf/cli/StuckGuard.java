package io.vtkhdf.cli;

import io.vtkhdf.cli.option.ExitCode;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Work that is told to end: it never does, or it is done in spite of that. */
final class StuckGuard {

    private StuckGuard() {}

    /** @param args {@code stuck} or {@code done} */
    public static void main(String[] args) throws IOException {
        boolean isDone = args[0].equals("done");
        CountDownLatch told = new CountDownLatch(1);
        if (!isDone) {
            Runtime.getRuntime().addShutdownHook(new Thread(StuckGuard::sleep)); // Without it Java would end some day.
        }
        InterruptGuard guard = new InterruptGuard();
        guard.unlessInterrupted(
                () -> {
                    System.out.println("told");
                    told.countDown();
                },
                () -> {
                    System.out.println("working");
                    await(told);
                    return null;
                });
        guard.close();
        if (isDone) {
            System.out.println("done");
            InterruptGuard.lastWordSaid(ExitCode.DONE);
        } else {
            sleep();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        await(new CountDownLatch(1));
    }
}
