package io.vtkhdf.isal;

import java.io.IOException;

/** ISA-L. Thread-safe; what it makes is not. */
public interface Isal {

    /** The levels of compression are 1, the fastest, to this. */
    int SLOWEST_LEVEL = 2;

    /**
     * Loads the native library, once for all; must be called before the first codec is made.
     *
     * @return whether it loads on this machine
     * @throws IOException if there is no writing in the temporary folder
     */
    boolean load() throws IOException;

    /**
     * A deflater; its native memory is never given back, so use it again.
     *
     * @param level 1 or 2
     */
    RawDeflater deflater(int level);

    /** An inflater; its native memory is never given back, so use it again. */
    RawInflater inflater();
}
