package io.vtkhdf.chunk;

import java.io.Closeable;

/** What a file and those of its parts share, so that all of them together take no more memory than one. */
public record ReadBuffers(Decoders decoders, DecodedChunks chunks, Stages stages) implements Closeable {

    public ReadBuffers() {
        this(new Decoders(), new DecodedChunks(), new Stages());
    }

    @Override
    public void close() {
        decoders.close();
        chunks.close();
        stages.close();
    }
}
