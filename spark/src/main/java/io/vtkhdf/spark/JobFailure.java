package io.vtkhdf.spark;

import io.vtkhdf.plan.SlabPlan;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;

/** What is thrown for a job that has failed: Spark tells of a task in an exception of its own, many lines long. */
final class JobFailure {

    private JobFailure() {}

    /**
     * @return what to throw
     * @throws RuntimeException the failure itself if it is one, of Spark or of what was asked for
     * @throws Error the failure itself if it is one
     */
    static IOException of(SlabPlan plan, Throwable failure) {
        if (failure instanceof ExecutionException && failure.getCause() != null) {
            return of(plan, failure.getCause());
        } else if (failure instanceof IOException known) {
            return known;
        } else if (failure instanceof RuntimeException known) {
            throw known;
        } else if (failure instanceof Error known) {
            throw known;
        } else if (failure.getCause() instanceof IOException cause) {
            cause.addSuppressed(failure);
            return cause;
        }
        String place = plan.output() + ": ";
        if (failure instanceof InterruptedException) {
            IOException interrupted = new InterruptedIOException(place + "interrupted, the job was cancelled");
            interrupted.initCause(failure);
            return interrupted;
        }
        Throwable cause = failure.getCause() != null ? failure.getCause() : failure;
        String line = line(cause);
        return new IOException(line.startsWith(place) ? line : place + "the job failed: " + line, failure);
    }

    /** Of a slab's attempt that went wrong, on the executor: which slab, unless it is said. */
    static IOException of(SlabPlan plan, int slab, Exception failure) {
        String line = line(failure);
        String file = plan.output() + ": ";
        String isSaid = file + "slab " + slab + " ";
        return new IOException(
                line.startsWith(isSaid) ? line : file + Progress.nameOf(plan, slab) + ": " + line, failure);
    }

    private static String line(Throwable failure) {
        String told = failure.getMessage() != null ? failure.getMessage() : failure.toString();
        return told.lines().findFirst().orElse("");
    }
}
