package io.vtkhdf.write.store;

import io.vtkhdf.chunk.ChunkPipeline;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import java.util.function.LongConsumer;

/**
 * What all arrays of a file that is written share.
 *
 * @param pipeline through which chunks go
 * @param slabs where slices wait for their chunk to be complete
 * @param listener hears of how many bytes of values have reached the file
 */
public record StoreTools(
        Hdf5Writer file, ChunkPipeline pipeline, SlabBuffers slabs, StagedCopy staged, LongConsumer listener) {}
