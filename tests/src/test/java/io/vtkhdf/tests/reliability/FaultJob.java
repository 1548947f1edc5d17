package io.vtkhdf.tests.reliability;

import java.io.IOException;
import java.nio.file.Path;

/** Something that is done with files of a folder while a call fails. */
public interface FaultJob {

    /** Puts there what the job begins with. */
    void prepare(Path folder) throws IOException;

    /** Does it, in files that are watched; the thread's interrupts and whatever it throws are noticed. */
    void run(Path folder) throws IOException;

    /**
     * Holds what stands in the folder, now no longer watched, against what may stand there.
     *
     * @param failure what {@link #run} threw; null if nothing
     * @param fault the call that failed
     */
    void judge(Path folder, Throwable failure, IoFault fault) throws IOException;
}
