package io.vtkhdf.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.spark.Sample.Form;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two executors, each a JVM of its own. */
@Tag("once")
class ClusterTest extends MasterContract {

    @BeforeAll
    static void start() throws IOException {
        context = Contexts.start("local-cluster[2,1,640]");
    }

    /** As when a machine fails: nothing is closed, and what it did is done again by another one. */
    @ParameterizedTest
    @EnumSource
    void survivesAnExecutor(Form form) throws IOException {
        Path file = folder.resolve("image.vtkhdf");
        job(Sample.plan(file, form), form).write(slab -> {
            boolean isFirst = TaskContext.get().attemptNumber() == 0;
            int middle = slab.slab().first() + 1;
            boolean ends = slab.number() == 1 && isFirst;
            Sample.write(slab, (association, k) -> {
                if (ends && k == middle) {
                    Runtime.getRuntime().halt(17);
                }
            });
        });
        if (form == Form.PARTS) { // The unfinished part of the one that is lost is nobody's.
            Sample.assertAreSame(Sample.single(folder.resolve("single.vtkhdf"), form), file);
        } else {
            Sample.assertIsAsOfOne(file, form);
        }
    }

    @Test
    void runsTheJob() throws IOException {
        Path input = Sample.single(folder.resolve("in.vtkhdf"), Form.RAW);
        Path file = folder.resolve("image.vtkhdf");
        assertEquals(
                0,
                ConvertJobTest.run(context, input.toString(), file.toString(), "--slabs", "4")
                        .exitCode());
        Sample.assertAreSame(input, file);
    }
}
