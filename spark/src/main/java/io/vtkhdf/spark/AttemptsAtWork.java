package io.vtkhdf.spark;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/**
 * Knows which attempts of a job group are still running. When a job has ended, those that it has given up, twins by
 * speculation or the rest of a job that has failed, may be at work for a while.
 */
final class AttemptsAtWork extends SparkListener {

    private final String group;
    private final Set<Integer> jobs = new HashSet<>();
    private final Set<Integer> stages = new HashSet<>();
    private final Set<Long> attempts = new HashSet<>();
    private boolean hasEnded;

    AttemptsAtWork(String group) {
        this.group = group;
    }

    /**
     * Waits until a job of the group has ended, and all attempts with it. A thread that is interrupted waits, too, and
     * is so afterwards.
     *
     * @return whether they have, or else the time is over
     */
    synchronized boolean awaitNone(long seconds) {
        boolean isInterrupted = false;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (long left = 1; left > 0 && (!hasEnded || !attempts.isEmpty()); ) {
            left = end - System.nanoTime();
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        return hasEnded && attempts.isEmpty();
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart event) {
        if (isOurs(event.properties())) {
            jobs.add(event.jobId());
        }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd event) {
        hasEnded |= jobs.contains(event.jobId());
        notifyAll();
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
        if (isOurs(event.properties())) {
            stages.add(event.stageInfo().stageId());
        }
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart event) {
        if (stages.contains(event.stageId())) {
            attempts.add(event.taskInfo().taskId());
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
        attempts.remove(event.taskInfo().taskId());
        notifyAll();
    }

    private boolean isOurs(java.util.Properties properties) {
        return properties != null && group.equals(properties.getProperty(JobScope.GROUP));
    }
}
