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

    /** Larger slabs gain no speed, unless a layer of the source takes more. */
    private static final long ENOUGH = 8 << 20;

    private static final long MOST_BY_DEFAULT = 512 << 20;

    /** Receives the slabs of an array from first to last; the buffer is its own only until it returns. */
    interface Visitor {
        void slab(int firstSlice, int slices, ByteBuffer values) throws IOException;

        /** Asked before each slab is read; if not, it is passed over. */
        default boolean wants(int firstSlice, int slices) throws IOException {
            return true;
        }
    }

    private final ImageSource source;
    private final long memory;
    private final ByteBuffer buffer;

    /**
     * @param memory the bytes that the buffer may take, unless a single slice takes more
     * @throws UnsupportedOperationException if a slice of one of the arrays takes 2^31 bytes or more
     */
    SlabLoop(ImageSource source, List<ArraySpec> arrays, long memory) {
        this.source = source;
        this.memory = Math.min(memory, Integer.MAX_VALUE);
        int capacity = arrays.stream()
                .mapToInt(array -> cut(array).slab() * sliceBytes(source, array))
                .max()
                .orElse(0);
        this.buffer = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The buffer is outside the heap, but what Java may use there is bounded by the heap's limit as well. */
    static long defaultMemory() {
        return Math.min(Runtime.getRuntime().maxMemory() / 4, MOST_BY_DEFAULT);
    }

    void run(ArraySpec array, Visitor visitor) throws IOException {
        int sliceBytes = sliceBytes(source, array);
        SlabCut cut = cut(array);
        try (SlabReader reader = source.open(array)) {
            for (int first = 0; first < cut.slices(); ) {
                int slices = cut.slicesFrom(first);
                buffer.clear().limit(slices * sliceBytes);
                if (visitor.wants(first, slices)) {
                    reader.read(slices, buffer);
                    visitor.slab(first, slices, buffer.flip());
                } else {
                    reader.skip(slices, buffer);
                }
                first += slices;
            }
        }
    }

    private SlabCut cut(ArraySpec array) {
        int slices = dimensions(source, array).z();
        int sliceBytes = sliceBytes(source, array);
        int thickness = source.slabThickness(array);
        long useful = Math.max((long) thickness * sliceBytes, ENOUGH);
        return SlabCut.of(slices, thickness, (int) Math.max(Math.min(memory, useful) / sliceBytes, 1));
    }

    /** The bytes of all values of an array. */
    static long bytes(ImageSource source, ArraySpec array) {
        return Math.multiplyExact(dimensions(source, array).count(), (long) array.tupleSize());
    }

    private static Dimensions dimensions(ImageSource source, ArraySpec array) {
        return source.geometry().dimensions(array.association());
    }

    static int sliceBytes(ImageSource source, ArraySpec array) {
        long bytes = bytes(source, array) / dimensions(source, array).z();
        if (bytes > Integer.MAX_VALUE) {
            throw new UnsupportedOperationException(
                    "array '" + array.name() + "': found a slice of " + bytes + " bytes, expected fewer than 2^31");
        }
        return (int) bytes;
    }
}
