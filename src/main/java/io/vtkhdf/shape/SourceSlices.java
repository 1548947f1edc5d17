package io.vtkhdf.shape;

import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The z slices of an array of a source, each asked for at most once and in order; those that nobody asks for are passed
 * over. Slices that the source holds in layers are read a layer at a time, so that none is decoded twice, as far as an
 * eighth of the heap allows it. Not thread-safe.
 */
final class SourceSlices implements Closeable {

    /** Fewer bytes at a time would cost more calls than they are worth. */
    private static final int ENOUGH = 1 << 20;

    private final SlabReader reader;
    private final Scratch scratch;
    private final ByteBuffer held;
    private final int slices;
    private final int sliceBytes;
    /** The most slices that are held. */
    private final int most;

    private final int layer;
    /** The first slice that is held, and the one behind the last: where the reader stands. */
    private int first;

    private int next;

    /**
     * @param stride how far the slices that are asked for lie apart
     * @throws UnsupportedOperationException if a slice takes 2^31 bytes or more
     */
    SourceSlices(ImageSource source, ArraySpec array, int stride, Scratch scratch) throws IOException {
        this.slices = source.geometry().dimensions(array.association()).z();
        this.sliceBytes = SlabLoop.sliceBytes(source, array);
        this.layer = Math.min(source.slabThickness(array), slices);
        int fair = (int) Math.min(MemoryBudget.STREAMS.bytes(), Integer.MAX_VALUE) / sliceBytes;
        int useful = layer > 1 ? layer : stride > 1 ? 1 : ENOUGH / sliceBytes;
        this.most = Math.max(Math.min(Math.min(useful, fair), slices), 1);
        this.scratch = scratch;
        this.held = scratch.take(most * sliceBytes);
        try {
            this.reader = source.open(array);
        } catch (IOException | RuntimeException | Error e) {
            scratch.giveBack(held);
            throw e;
        }
    }

    /** The values of a slice, little-endian, from position 0 on; valid until the next is asked for. */
    ByteBuffer slice(int index) throws IOException {
        if (index >= next) {
            passOver(index - next);
            first = next;
            int count = Math.min(most, slices - next);
            if (layer > 1) {
                count = Math.min(count, layer - next % layer);
            }
            reader.read(count, held.clear());
            next += count;
        }
        return held.slice((index - first) * sliceBytes, sliceBytes).order(held.order());
    }

    private void passOver(int count) throws IOException {
        for (int left = count; left > 0; ) {
            int some = Math.min(left, most);
            reader.skip(some, held.clear());
            next += some;
            left -= some;
        }
    }

    @Override
    public void close() throws IOException {
        scratch.giveBack(held);
        reader.close();
    }
}
