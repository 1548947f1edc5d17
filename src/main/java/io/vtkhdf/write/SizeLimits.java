package io.vtkhdf.write;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.write.store.ReservedParts;

/** What an array may measure so that each slice fits a Java array, and each chunk a buffer. */
final class SizeLimits {

    /** The largest array that every Java virtual machine makes, with some room for a chunk that does not shrink. */
    private static final long LARGEST_CHUNK = Integer.MAX_VALUE - (4 << 20);

    /** No file is larger, and the sum of some such arrays is still a long. */
    private static final long LARGEST_ARRAY = 1L << 60;

    /** The index of so many takes 200 MB in memory, and twice that in the file. */
    private static final long MOST_CHUNKS = 1 << 24;

    private SizeLimits() {}

    /**
     * Refuses chunks that cannot be encoded in this heap. Slices may be larger than it: raw ones are written through,
     * and {@link ChunkShape#slice} cuts them.
     */
    static void requireHeap(ArrayShape shape, Storage storage) {
        if (storage.isContiguous()) {
            return;
        }
        Dimensions chunk = storage.chunkOf(shape).orElseThrow();
        long bytes = Math.multiplyExact(chunk.count(), shape.spec().tupleSize());
        long most = MemoryBudget.ENCODED_CHUNK.bytes();
        if (bytes > most) {
            throw new IllegalArgumentException(ShownText.quoted(shape.spec().name()) + ": found a chunk (" + chunk
                    + ") of " + bytes + " bytes, expected at most " + most
                    + " in a heap as small as this one (-Xmx): choose a smaller ChunkShape");
        }
    }

    static void require(ArrayShape shape, Storage storage) {
        String name = ShownText.quoted(shape.spec().name()) + ": ";
        requireFewValues(name, shape);
        if (shape.sliceBytes() > LARGEST_ARRAY / shape.dimensions().z()) {
            throw new IllegalArgumentException(
                    name + "found " + shape.dimensions().z() + " slices of " + shape.sliceBytes()
                            + " bytes, expected at most " + LARGEST_ARRAY + " bytes in all");
        }
        if (storage.isContiguous()) {
            requireFewParts(name, ReservedParts.of(shape));
            return;
        }
        Dimensions chunk = storage.chunkOf(shape).orElseThrow();
        long bytes = Math.multiplyExact(chunk.count(), shape.spec().tupleSize());
        if (bytes > LARGEST_CHUNK) {
            throw new IllegalArgumentException(name + "found a chunk (" + chunk + ") of " + bytes
                    + " bytes, expected at most " + LARGEST_CHUNK + ": choose a smaller chunk");
        }
        long chunks = chunks(shape, storage);
        if (chunks > MOST_CHUNKS) {
            throw new IllegalArgumentException(name + "found " + chunks + " chunks (" + chunk + "), expected at most "
                    + MOST_CHUNKS + ": choose a larger chunk");
        }
    }

    /**
     * @param steps how many there will be; 0 if that is not known
     * @throws IllegalArgumentException if the slabs of so many steps are more than can be written
     */
    static void requireSteps(ArrayShape shape, Storage storage, int steps) {
        String name = ShownText.quoted(shape.spec().name()) + ": ";
        long slabBytes =
                Math.multiplyExact(shape.sliceBytes(), shape.dimensions().z());
        if (steps > 0 && slabBytes > LARGEST_ARRAY / steps) {
            throw new IllegalArgumentException(name + "found " + steps + " steps of " + slabBytes
                    + " bytes, expected at most " + LARGEST_ARRAY + " bytes in all");
        }
        if (!storage.isContiguous() && Math.max(1L, steps) > MOST_CHUNKS / chunks(shape, storage)) {
            throw new IllegalArgumentException(name + "found " + steps + " steps of " + chunks(shape, storage)
                    + " chunks, expected at most " + MOST_CHUNKS + " in all: choose a larger chunk");
        }
    }

    private static long chunks(ArrayShape shape, Storage storage) {
        Dimensions chunk = storage.chunkOf(shape).orElseThrow();
        return new ChunkGrid(shape.rows(), new int[] {chunk.z(), chunk.y(), chunk.x()}).count();
    }

    /** The numbers may be as large as can be, so nothing is multiplied before it is known to fit. */
    private static void requireFewValues(String name, ArrayShape shape) {
        int components = shape.spec().components();
        long tuples = (long) shape.dimensions().x() * shape.dimensions().y();
        if (tuples > Integer.MAX_VALUE / components) {
            throw new IllegalArgumentException(
                    name + "found a slice of " + tuples + " x " + components + " values, expected fewer than 2^31");
        }
        long tupleBytes = (long) components * shape.spec().type().size();
        if (tupleBytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    name + "found a tuple of " + tupleBytes + " bytes, expected fewer than 2^31");
        }
    }

    private static void requireFewParts(String name, ReservedParts parts) {
        if (parts.count() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + "found slices that are cut into " + parts.part() + ", "
                    + parts.count() + " pieces in all, expected fewer than 2^31: store it in chunks");
        }
    }
}
