package io.vtkhdf.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The file that takes encoded chunks. Thread-safe. */
public interface ChunkSink {

    /** Hears where chunks of an array come to stand. Thread-safe. */
    interface PlaceListener {

        /** Told before the chunk is written. */
        void set(int chunk, long address, int size);
    }

    /** Reserves space and returns its address. */
    long allocate(long size);

    /** Writes all that remains of {@code data} to space that was allocated. */
    void write(long address, ByteBuffer data) throws IOException;

    /** @throws IOException the first failure, again, if there was one */
    void requireHealthy() throws IOException;

    /** Records a failure for every later call to repeat, and returns what to throw: of the first one. */
    IOException fail(Throwable e);
}
