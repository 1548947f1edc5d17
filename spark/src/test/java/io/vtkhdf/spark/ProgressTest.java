package io.vtkhdf.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.spark.Sample.Form;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Spark's own pages show of a job, as they tell it to programs. */
@Tag("spark")
@Tag("once")
class ProgressTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isSeenOnSparksPages() throws IOException {
        try (JavaSparkContext context = Contexts.start(
                Contexts.conf("local[2,4]").set("spark.ui.enabled", "true").set("spark.ui.port", "0"))) {
            SlabPlan plan = Sample.plan(folder.resolve("image.vtkhdf"), Form.RAW);
            VtkhdfSpark.of(context, plan).write(Sample::write);

            String page = context.sc().uiWebUrl().get() + "/api/v1/applications/"
                    + context.sc().applicationId();
            JsonNode job = json(page + "/jobs").get(0);
            assertEquals("vtkhdf: " + plan, job.get("description").asText());
            assertEquals("write image.vtkhdf", job.get("name").asText());
            assertEquals(5, job.get("numTasks").asInt());

            JsonNode stage = json(page + "/stages?details=true").get(0);
            Map<String, String> all = values(stage.get("accumulatorUpdates"), "value");
            assertEquals("5 slabs", all.get("slabs written"));
            assertEquals(Integer.toString(13 + 13 + 12), all.get("slices written"));
            assertEquals(Integer.toString(13 * 23 * 17 * (4 + 3 * 8) + 12 * 22 * 16 * 2), all.get("bytes written"));

            TreeSet<String> slabs = new TreeSet<>();
            for (JsonNode task : stage.get("tasks")) {
                Map<String, String> own = values(task.get("accumulatorUpdates"), "update");
                slabs.add(own.get("slabs written"));
                assertTrue(Long.parseLong(own.get("bytes written")) > 0);
            }
            assertEquals(5, slabs.size());
            assertEquals("slab 0 (slices 0 to 1)", slabs.first());
        }
    }

    private static Map<String, String> values(JsonNode updates, String of) {
        Map<String, String> values = new TreeMap<>();
        updates.forEach(
                update -> values.put(update.get("name").asText(), update.get(of).asText()));
        return values;
    }

    private static JsonNode json(String url) throws IOException {
        try (InputStream in = URI.create(url).toURL().openStream()) {
            return new ObjectMapper().readTree(in);
        }
    }
}
