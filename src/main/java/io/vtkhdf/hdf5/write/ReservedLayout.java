package io.vtkhdf.hdf5.write;

import io.vtkhdf.chunk.Filter;
import io.vtkhdf.hdf5.ByteWriter;
import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Contiguous data that are not all there yet. Until they are {@linkplain #complete() complete} they are told as chunks
 * without filters, each at its place in the reserved space, so that a reader finds those that are written, and the fill
 * value for the others.
 */
public final class ReservedLayout implements Layout {

    private final ContiguousLayout whole;
    private final Parts parts;
    private final ChunkedLayout chunked;
    private boolean complete;

    /**
     * @param whole the reserved space
     * @param chunk the size of a part along each axis, the last varying fastest: all parts but the last must be of this
     *     shape, and contiguous
     * @param written whether a part is written, by its number
     */
    public ReservedLayout(ContiguousLayout whole, int[] chunk, int elementSize, IntPredicate written) {
        long partBytes = elementSize;
        for (int size : chunk) {
            partBytes = Math.multiplyExact(partBytes, size);
        }
        this.whole = whole;
        this.parts = new Parts(whole.address(), partBytes, count(whole.size(), partBytes), written);
        this.chunked = new ChunkedLayout(chunk, elementSize, List.of(), parts);
    }

    private static int count(long size, long partBytes) {
        return Math.toIntExact((size - 1) / partBytes + 1);
    }

    private record Parts(long start, long bytes, int count, IntPredicate written) implements ChunkPlaces {

        @Override
        public long address(int chunk) {
            return written.test(chunk) ? start + chunk * bytes : ByteWriter.UNDEFINED_ADDRESS;
        }

        @Override
        public int size(int chunk) {
            return 0;
        }

        long end() {
            return start + count * bytes;
        }
    }

    @Override
    public byte[] write(ByteWriter out) throws IOException {
        if (complete) {
            return whole.write(out);
        }
        // A reader takes the last part whole, so the file must not end within it.
        out.zerosTo(parts.end());
        return chunked.write(out);
    }

    @Override
    public void complete() {
        complete = true;
    }

    @Override
    public long indexBytes() {
        return chunked.indexBytes();
    }

    @Override
    public List<Filter> filters() {
        return List.of();
    }

    @Override
    public int allocationTime() {
        return complete ? whole.allocationTime() : chunked.allocationTime();
    }
}
