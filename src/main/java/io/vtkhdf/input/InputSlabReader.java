package io.vtkhdf.input;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The slabs of one array, out of its values. After a failure every call repeats it. */
public final class InputSlabReader implements SlabReader {

    private final Dimensions tuples;
    private final int tupleSize;
    private final InputValues values;
    private int left;
    /** An IOException, a RuntimeException or an Error. */
    private Throwable failure;

    private boolean closed;

    /** @param values all values of the array; asked for whole slices, and closed with this */
    public InputSlabReader(Dimensions tuples, int tupleSize, InputValues values) {
        this.tuples = tuples;
        this.tupleSize = tupleSize;
        this.values = values;
        this.left = tuples.z();
    }

    @Override
    public void read(int slices, ByteBuffer target) throws IOException {
        requireLeft(slices);
        int limit = target.limit();
        target.limit(target.position() + size(slices, target.remaining()));
        try {
            take(slices, () -> values.read(target));
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public void skip(int slices, ByteBuffer scratch) throws IOException {
        requireLeft(slices);
        long bytes = size(slices, scratch.remaining());
        take(slices, () -> values.skip(bytes));
    }

    private void requireLeft(int slices) throws IOException {
        if (closed) {
            throw new IllegalStateException("the array is closed");
        }
        if (failure != null) {
            throw repeated();
        }
        if (slices < 0 || slices > left) {
            throw new IllegalArgumentException(slices + " slices wanted, " + left + " left");
        }
    }

    private interface Taking {
        void run() throws IOException;
    }

    private void take(int slices, Taking taking) throws IOException {
        try {
            taking.run();
        } catch (IOException | RuntimeException | Error e) {
            // Some of the values may have been taken, so that whoever tried again would get those after them.
            failure = e;
            throw e;
        }
        left -= slices;
    }

    private IOException repeated() {
        if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return (IOException) failure;
    }

    private int size(int slices, int room) {
        long sliceTuples = (long) tuples.x() * tuples.y();
        // Divided, not multiplied: the product may exceed a long.
        if (slices > 0 && sliceTuples > (long) room / tupleSize / slices) {
            throw new IllegalArgumentException("a buffer with room for " + room + " bytes does not hold " + slices
                    + " slices of " + sliceTuples + " tuples of " + tupleSize + " bytes");
        }
        return (int) (slices * sliceTuples * tupleSize);
    }

    @Override
    public void close() {
        closed = true;
        values.close();
    }
}
