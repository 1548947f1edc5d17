package io.vtkhdf.chunk;

import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.runtime.SharedMemory;
import java.io.Closeable;

/**
 * What a file and those of its parts share, so that all of them together take no more memory than one.
 *
 * @param fetched for what has been fetched of remote ones
 */
public record ReadBuffers(Decoders decoders, DecodedChunks chunks, Stages stages, SharedMemory fetched)
        implements Closeable {

    public ReadBuffers() {
        this(new Decoders(), new DecodedChunks(), new Stages(), new SharedMemory(MemoryBudget.FETCHED.bytes()));
    }

    @Override
    public void close() {
        decoders.close();
        chunks.close();
        stages.close();
    }
}
