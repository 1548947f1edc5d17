package io.vtkhdf.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.Association;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.spark.Sample.Form;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two threads, and four attempts. */
@Tag("once")
class LocalTest extends MasterContract {

    @BeforeAll
    static void start() throws IOException {
        context = Contexts.start("local[2,4]");
    }

    /** At each slice in turn, first of points, then of cells, so that all before it are written again. */
    @ParameterizedTest
    @EnumSource
    void startsAgainWhatFailsAtAnySlice(Form form) throws IOException {
        List<Association> failures = List.of(Association.POINT, Association.CELL);
        for (int at = 0; at < Sample.GEOMETRY.dimensions().z(); at++) {
            Path file = Files.createDirectory(folder.resolve("at" + at)).resolve("image.vtkhdf");
            int failing = at;
            job(Sample.plan(file, form), form)
                    .write(slab -> Sample.write(slab, (association, k) -> {
                        int attempt = TaskContext.get().attemptNumber();
                        if (k == failing && attempt < 2 && association == failures.get(attempt)) {
                            throw new IOException("attempt " + attempt + " fails");
                        }
                    }));
            Sample.assertIsAsOfOne(file, form);
        }
    }

    /** Each at a slice of its own, until the last one that Spark allows. */
    @ParameterizedTest
    @EnumSource
    void takesTheLastAttempt(Form form) throws IOException {
        Path file = folder.resolve("image.vtkhdf");
        SlabPlan plan = Sample.plan(file, form);
        job(plan, form).write(slab -> {
            int first = slab.slab().first();
            int attempt = TaskContext.get().attemptNumber();
            Sample.write(slab, (written, k) -> {
                if (attempt < 3 && k == first + attempt % slab.slab().count()) {
                    throw new IllegalStateException("attempt " + attempt + " fails");
                }
            });
        });
        Sample.assertIsAsOfOne(file, form);
    }

    /** The thread that waits is interrupted when both processors are at work; three slabs have not begun. */
    @ParameterizedTest
    @EnumSource
    void isCancelledWithItsThread(Form form) throws IOException {
        Path marks = Files.createDirectory(folder.resolve("marks"));
        String told = marks.toString();
        SlabPlan plan = Sample.plan(Files.createDirectory(folder.resolve("own")).resolve("image.vtkhdf"), form);
        Thread waiting = Thread.currentThread();
        Thread interrupts = new Thread(() -> interruptWhenBegun(marks, waiting));
        interrupts.start();
        InterruptedIOException e = assertThrows(
                InterruptedIOException.class,
                () -> VtkhdfSpark.of(context, plan).write(slab -> {
                    Files.createFile(Path.of(told, slab.number() + "-began"));
                    try {
                        TimeUnit.MINUTES.sleep(4);
                    } finally {
                        Files.createFile(Path.of(told, slab.number() + "-ended"));
                    }
                    Sample.write(slab);
                }));
        assertTrue(Thread.interrupted());
        assertEquals(plan.output() + ": interrupted, the job was cancelled", e.getMessage());
        assertEquals(List.of("0-began", "0-ended", "1-began", "1-ended"), Sample.names(marks));
        assertEquals(List.of(), Sample.names(plan.output().getParent()));
        assertEquals(0, context.statusTracker().getActiveJobIds().length);
    }

    private static void interruptWhenBegun(Path marks, Thread waiting) {
        try {
            while (Sample.names(marks).size() < 2) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            waiting.interrupt();
        }
    }
}
