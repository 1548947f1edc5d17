package io.vtkhdf.vti;

import io.vtkhdf.runtime.MemoryBudget;

/**
 * The memory that what is being read of one source may take between slabs, however many pieces it comes from. One
 * stream is always granted what it takes. Not thread-safe.
 */
final class VtiMemory {

    private final long limit;
    private long taken;

    VtiMemory() {
        this(MemoryBudget.STREAMS.bytes());
    }

    /** @param limit in bytes */
    VtiMemory(long limit) {
        this.limit = limit;
    }

    /** Whether there is so much left, which is then taken. */
    boolean take(long bytes) {
        if (taken > 0 && bytes > limit - taken) {
            return false;
        }
        taken += bytes;
        return true;
    }

    void giveBack(long bytes) {
        taken -= bytes;
    }
}
