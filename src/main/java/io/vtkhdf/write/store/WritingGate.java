package io.vtkhdf.write.store;

import java.io.IOException;

/** Whom those who take values ask before they write, and tell what they have written. Thread-safe. */
public interface WritingGate {

    /** Something that changes the file. */
    interface Change<T> {
        T run() throws IOException;
    }

    /** To be followed by {@link #endWriting()}; between the two nothing is committed. */
    void startWriting() throws IOException;

    void endWriting();

    /** Does what changes the file; if that fails, every later call repeats it. */
    <T> T change(Change<T> change) throws IOException;

    /** To be called when slices were written, behind the gate. */
    void commitIfDue(int slices) throws IOException;
}
