package io.vtkhdf.write;

import java.time.Duration;

/**
 * How long a writer goes on without a commit.
 *
 * @param time in nanoseconds
 */
record CommitInterval(long time, long slices) {

    static final CommitInterval NEVER = new CommitInterval(Long.MAX_VALUE, Long.MAX_VALUE);

    static CommitInterval of(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a commit is due after some time, found " + time);
        }
        // Of what is longer than a long of nanoseconds, nobody sees the end.
        long most = Long.MAX_VALUE / 2;
        return new CommitInterval(time.compareTo(Duration.ofNanos(most)) < 0 ? time.toNanos() : most, NEVER.slices);
    }

    static CommitInterval of(int slices) {
        if (slices < 1) {
            throw new IllegalArgumentException("a commit is due after at least 1 slice, found " + slices);
        }
        return new CommitInterval(NEVER.time, slices);
    }
}
