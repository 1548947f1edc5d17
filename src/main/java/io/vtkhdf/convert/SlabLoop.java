package io.vtkhdf.convert;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Dimensions;
import io.vtkhdf.ImageSource;
import io.vtkhdf.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Reads arrays of a source slab after slab through one little-endian buffer. */
final class SlabLoop {

    /** Larger slabs gain no speed. */
    private static final long LARGEST_SLAB = 8 << 20;

    /** Receives the slabs of an array from first to last; the buffer is its own only until it returns. */
    interface Visitor {
        void slab(int firstSlice, int slices, ByteBuffer values) throws IOException;
    }

    private final ImageSource source;
    private final ByteBuffer buffer;

    /**
     * @param memory the bytes that the buffer may take, unless a single slice takes more
     * @throws UnsupportedOperationException if a slice of one of the arrays takes 2^31 bytes or more
     */
    SlabLoop(ImageSource source, List<ArraySpec> arrays, long memory) {
        this.source = source;
        int capacity = 0;
        for (ArraySpec array : arrays) {
            int sliceBytes = sliceBytes(source, array);
            long slices = Math.max(Math.min(memory, LARGEST_SLAB) / sliceBytes, 1);
            long slabBytes = Math.min(slices, dimensions(source, array).z()) * sliceBytes;
            capacity = Math.max(capacity, Math.toIntExact(slabBytes));
        }
        this.buffer = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    void run(ArraySpec array, Visitor visitor) throws IOException {
        int sliceBytes = sliceBytes(source, array);
        int count = dimensions(source, array).z();
        int slabSlices = buffer.capacity() / sliceBytes;
        try (SlabReader reader = source.open(array)) {
            for (int first = 0; first < count; ) {
                int slices = Math.min(slabSlices, count - first);
                buffer.clear().limit(slices * sliceBytes);
                reader.read(slices, buffer);
                visitor.slab(first, slices, buffer.flip());
                first += slices;
            }
        }
    }

    /** The bytes of all values of an array. */
    static long bytes(ImageSource source, ArraySpec array) {
        return Math.multiplyExact(dimensions(source, array).count(), (long) array.tupleSize());
    }

    private static Dimensions dimensions(ImageSource source, ArraySpec array) {
        return source.geometry().dimensions(array.association());
    }

    private static int sliceBytes(ImageSource source, ArraySpec array) {
        long bytes = bytes(source, array) / dimensions(source, array).z();
        if (bytes > Integer.MAX_VALUE) {
            throw new UnsupportedOperationException(
                    "array '" + array.name() + "': found a slice of " + bytes + " bytes, expected fewer than 2^31");
        }
        return (int) bytes;
    }
}
