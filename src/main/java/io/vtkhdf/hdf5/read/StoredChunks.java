package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.NotSupported;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Where the chunks of a dataset lie in the file; those never written are left out. Not thread-safe while it is filled.
 */
public final class StoredChunks {

    /** Which filters of a chunk were left out stands in the mask, the first filter's in the lowest bit. */
    public record Chunk(long address, long size, int filterMask) {}

    /** The memory that a chunk takes. */
    private static final int CHUNK_SIZE = 3 * Long.BYTES + Integer.BYTES;

    private long[] numbers = new long[16];
    private long[] addresses = new long[16];
    private long[] sizes = new long[16];
    private int[] filterMasks = new int[16];
    private int count;
    private boolean ascending = true;

    /** Adds the chunk with a number as {@link io.vtkhdf.chunk.ChunkGrid} counts. */
    void add(long number, long address, long size, int filterMask) {
        if (count == numbers.length) {
            int capacity = Math.multiplyExact(count, 2);
            if (capacity > BoundedBytes.mostMemory() / CHUNK_SIZE) {
                throw new NotSupported(
                        "an index of more than " + count + " chunks",
                        "one that takes at most a quarter of Java's heap");
            }
            numbers = Arrays.copyOf(numbers, capacity);
            addresses = Arrays.copyOf(addresses, capacity);
            sizes = Arrays.copyOf(sizes, capacity);
            filterMasks = Arrays.copyOf(filterMasks, capacity);
        }
        ascending &= count == 0 || number > numbers[count - 1];
        numbers[count] = number;
        addresses[count] = address;
        sizes[count] = size;
        filterMasks[count++] = filterMask;
    }

    /**
     * The same with the chunks in order, ready for {@link #find}.
     *
     * @throws IllegalArgumentException if a chunk was added twice
     */
    StoredChunks inOrder() {
        if (ascending) {
            return this;
        }
        StoredChunks ordered = new StoredChunks();
        IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingLong(i -> numbers[i]))
                .forEach(i -> ordered.add(numbers[i], addresses[i], sizes[i], filterMasks[i]));
        if (!ordered.ascending) {
            throw new IllegalArgumentException("a chunk stands in the index twice");
        }
        return ordered;
    }

    /** The chunk with the given number; null if it was never written. */
    Chunk find(long number) {
        int index = Arrays.binarySearch(numbers, 0, count, number);
        return index < 0 ? null : new Chunk(addresses[index], sizes[index], filterMasks[index]);
    }

    int count() {
        return count;
    }

    /** The number of one of the chunks, counted from 0 in their order. */
    long number(int index) {
        return numbers[index];
    }

    /** Notes that chunks of some numbers left out all filters. */
    void leaveOutFilters(LongPredicate numbered) {
        for (int i = 0; i < count; i++) {
            filterMasks[i] = numbered.test(numbers[i]) ? -1 : filterMasks[i];
        }
    }

    /** The filters that every chunk left out, in a mask like a chunk's; all of them if there are no chunks. */
    int leftOutByAll() {
        return Arrays.stream(filterMasks, 0, count).reduce(-1, (all, mask) -> all & mask);
    }

    long storedBytes() {
        return Arrays.stream(sizes, 0, count).reduce(0, Math::addExact);
    }
}
