package io.vtkhdf.write;

import io.vtkhdf.hdf5.write.Dataset;

/**
 * Tells when a commit is due of which nobody has asked for. What such commits leave as dead space in the file is
 * bounded by 1 MiB and a 32nd of the data. Thread-safe.
 */
final class CommitSchedule {

    private static final long FREE_BYTES = 1 << 20;
    private static final int SHARE_OF_DATA = 32;

    private final Commits interval;
    private long last = System.nanoTime();
    private long slices;
    private long steps;
    private long expectedBytes;
    private long spentBytes;
    private boolean underWay;
    /** Until there was one in this run. */
    private boolean isFirst = true;

    CommitSchedule(Commits interval) {
        this.interval = interval;
    }

    /** A dataset was added to the tree. */
    synchronized void grow(Dataset dataset) {
        expectedBytes += dataset.treeBytes();
    }

    /**
     * Some slices were written, or steps completed.
     *
     * @param dataBytes all that was written so far
     * @return whether the caller is to commit
     */
    synchronized boolean isDue(int written, int completed, long dataBytes) {
        slices += written;
        steps += completed;
        boolean isTime = slices >= interval.slices()
                || steps >= interval.steps()
                || System.nanoTime() - last >= interval.nanos();
        if (underWay || !isTime) {
            return false;
        }
        underWay = spentBytes + expectedBytes <= FREE_BYTES + dataBytes / SHARE_OF_DATA;
        return underWay;
    }

    /**
     * A commit has taken so many bytes. The first one of a run that goes on with a file may write more than ever again,
     * beyond what the next one takes, which does not count.
     *
     * @param next what the next one takes, about
     */
    synchronized void committed(long bytes, long next) {
        expectedBytes = Math.min(bytes, next);
        spentBytes += !underWay ? 0 : isFirst ? expectedBytes : bytes;
        isFirst = false;
        slices = 0;
        steps = 0;
        last = System.nanoTime();
    }

    /** Whoever was to commit has done so or failed. */
    synchronized void ended() {
        underWay = false;
    }
}
