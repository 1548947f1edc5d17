package io.vtkhdf.copy;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.runtime.PendingTasks;
import io.vtkhdf.runtime.Workers;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Reads arrays of a source slab after slab through little-endian buffers: two, if the memory is enough, so that the
 * next slab is read by a thread of its own while one is visited.
 */
public final class SlabLoop {

    /** Larger slabs gain no speed, unless a layer of the source takes more. */
    private static final long ENOUGH = 2 << 20;

    /** Receives the slabs of an array from first to last; the buffer is its own only until it returns. */
    public interface Visitor {
        void slab(int firstSlice, int slices, ByteBuffer values) throws IOException;

        /** Asked before each slab is read; if not, it is passed over. */
        default boolean wants(int firstSlice, int slices) throws IOException {
            return true;
        }
    }

    private final ImageSource source;
    private final long memory;
    private final int capacity;
    /** Those that hold no slab. */
    private final Queue<ByteBuffer> buffers;

    /**
     * @param memory the bytes that the buffers may take, unless a single slice takes more
     * @throws UnsupportedOperationException if a slice of one of the arrays takes 2^31 bytes or more
     */
    public SlabLoop(ImageSource source, List<ArraySpec> arrays, long memory) {
        this(source, memory, capacity(source, arrays, memory), new ArrayDeque<>());
        for (long taken = 0; buffers.size() < 2 && (taken == 0 || taken <= memory - capacity); taken += capacity) {
            buffers.add(ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    private SlabLoop(ImageSource source, long memory, int capacity, Queue<ByteBuffer> buffers) {
        this.source = source;
        this.memory = memory;
        this.capacity = capacity;
        this.buffers = buffers;
    }

    /** A loop for another image, with the same buffers if they are large enough for it. */
    SlabLoop of(ImageSource other, List<ArraySpec> arrays) {
        return capacity(other, arrays, memory) <= capacity
                ? new SlabLoop(other, memory, capacity, buffers)
                : new SlabLoop(other, arrays, memory);
    }

    private static int capacity(ImageSource source, List<ArraySpec> arrays, long memory) {
        return arrays.stream()
                .mapToInt(array -> cut(source, array, memory).slab() * sliceBytes(source, array))
                .max()
                .orElse(0);
    }

    /** The buffers are outside the heap, but what Java may use there is bounded by the heap's limit as well. */
    public static long defaultMemory() {
        return MemoryBudget.READ_BUFFERS.bytes();
    }

    public void run(ArraySpec array, Visitor visitor) throws IOException {
        try (SlabReader reader = source.open(array);
                Workers thread = new Workers("vtkhdf-decode", 1)) {
            run(
                    cut(source, array, memory),
                    new Step(reader, sliceBytes(source, array)),
                    new PendingTasks<>(thread),
                    visitor);
        }
    }

    private void run(SlabCut cut, Step step, PendingTasks<Slab> ahead, Visitor visitor) throws IOException {
        try {
            for (int next = 0; next < cut.slices() || ahead.size() > 0; ) {
                while (next < cut.slices() && !buffers.isEmpty()) {
                    int slices = cut.slicesFrom(next);
                    Slab slab = new Slab(next, slices, visitor.wants(next, slices), buffers.remove());
                    ahead.submit(() -> step.take(slab));
                    next += slices;
                }
                Slab slab = ahead.take();
                if (slab.isWanted) {
                    visitor.slab(slab.first, slab.slices, slab.values);
                }
                buffers.add(slab.values);
            }
        } finally {
            ahead.drop();
        }
    }

    private record Slab(int first, int slices, boolean isWanted, ByteBuffer values) {}

    private record Step(SlabReader reader, int sliceBytes) {

        Slab take(Slab slab) throws IOException {
            slab.values.clear().limit(slab.slices * sliceBytes);
            if (slab.isWanted) {
                reader.read(slab.slices, slab.values);
                slab.values.flip();
            } else {
                reader.skip(slab.slices, slab.values);
            }
            return slab;
        }
    }

    /**
     * Two slabs fit into the memory, if it is enough for two layers of the source: half layers would be decoded twice.
     */
    private static SlabCut cut(ImageSource source, ArraySpec array, long memory) {
        int slices = dimensions(source, array).z();
        int sliceBytes = sliceBytes(source, array);
        long most = Math.min(memory, Integer.MAX_VALUE);
        long layer = (long) Math.min(source.slabThickness(array), slices) * sliceBytes;
        long room = most / 2 < layer ? most : most / 2;
        long useful = Math.max(layer, ENOUGH);
        return SlabCut.of(slices, source.slabThickness(array), (int) Math.max(Math.min(room, useful) / sliceBytes, 1));
    }

    /** The bytes of all values of an array. */
    public static long bytes(ImageSource source, ArraySpec array) {
        return Math.multiplyExact(dimensions(source, array).count(), (long) array.tupleSize());
    }

    private static Dimensions dimensions(ImageSource source, ArraySpec array) {
        return source.geometry().dimensions(array.association());
    }

    public static int sliceBytes(ImageSource source, ArraySpec array) {
        long bytes = bytes(source, array) / dimensions(source, array).z();
        if (bytes > Integer.MAX_VALUE) {
            throw new UnsupportedOperationException("array " + ShownText.quoted(array.name()) + ": found a slice of "
                    + bytes + " bytes, expected fewer than 2^31");
        }
        return (int) bytes;
    }
}
