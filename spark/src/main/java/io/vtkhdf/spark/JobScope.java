package io.vtkhdf.spark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Names the jobs that this thread starts, for Spark's pages, and makes one group of them; closing it brings back the
 * names that the caller has given.
 */
final class JobScope implements AutoCloseable {

    static final String GROUP = "spark.jobGroup.id";

    private static final String CALL_SITE = "callSite.short";

    /** Those that Spark keeps for what it is told here. */
    private static final List<String> PROPERTIES =
            List.of(GROUP, "spark.job.description", "spark.job.interruptOnCancel", CALL_SITE);

    private static final long SECONDS_TO_END = 30;

    private final JavaSparkContext context;
    private final Map<String, String> before = new HashMap<>();
    private final AttemptsAtWork attempts;

    /**
     * @param group what no other job has
     * @param description of the job
     * @param stage the name of what its tasks do
     */
    JobScope(JavaSparkContext context, String group, String description, String stage) {
        this.context = context;
        PROPERTIES.forEach(property -> before.put(property, context.getLocalProperty(property)));
        this.attempts = new AttemptsAtWork(group);
        context.sc().addSparkListener(attempts);
        // Attempts that are given up are interrupted, wherever they are, and so write no more.
        context.setJobGroup(group, description, true);
        context.setLocalProperty(CALL_SITE, stage);
    }

    /** Waits for attempts that the job has given up, but not for ever. */
    void awaitAttempts() {
        if (!context.sc().isStopped()) {
            attempts.awaitNone(SECONDS_TO_END);
        }
    }

    @Override
    public void close() {
        if (!context.sc().isStopped()) {
            context.sc().removeSparkListener(attempts);
            before.forEach(context::setLocalProperty);
        }
    }
}
