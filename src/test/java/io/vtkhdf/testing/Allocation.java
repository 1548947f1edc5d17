package io.vtkhdf.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What was allocated on the heap, be it garbage already: a measure of work that does not look at a clock. */
public final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** The bytes that this thread has allocated. */
    public static long bytes() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
