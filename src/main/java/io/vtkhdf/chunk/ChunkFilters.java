package io.vtkhdf.chunk;

import java.util.List;

/** The filters that the chunks of a dataset went through, and what it takes to undo them. Immutable. */
public final class ChunkFilters {

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final int[] ids;
    /** Null where the size of what comes out follows from that of what goes in, or is told beforehand. */
    private final Unpacker[] unpackers;

    private final int chunkSize;

    private ChunkFilters(int[] ids, Unpacker[] unpackers, int chunkSize) {
        this.ids = ids;
        this.unpackers = unpackers;
        this.chunkSize = chunkSize;
    }

    /**
     * @param filters in the order of writing, each {@linkplain Filter#isKnown known}, each {@linkplain Filter#isPacker
     *     packer} at most once
     * @param chunkSize the bytes of a decoded chunk
     * @throws ChunkFormatException if their parameters are not those of such chunks
     */
    public static ChunkFilters of(List<Filter> filters, int chunkSize) throws ChunkFormatException {
        int[] ids = filters.stream().mapToInt(Filter::id).toArray();
        Unpacker[] unpackers = new Unpacker[ids.length];
        for (int i = 0; i < ids.length; i++) {
            int[] parameters = filters.get(i).parameters();
            unpackers[i] = switch (ids[i]) {
                case Filter.NBIT -> NBit.of(parameters, chunkSize);
                case Filter.SCALEOFFSET -> ScaleOffset.of(parameters, chunkSize);
                case Filter.LZF -> new Lzf();
                default -> null;
            };
        }
        return new ChunkFilters(ids, unpackers, chunkSize);
    }

    /** The most bytes that a stored chunk can sensibly take. */
    public long mostStored() {
        return grown(chunkSize, ids.length);
    }

    private static long grown(long size, int filters) {
        return size + size / 100 + 64 + (long) ChunkEncoder.CHECKSUM_SIZE * filters;
    }

    /** Whether a chunk has something by which a change of it is noticed: deflated data have zlib's own checksum. */
    public boolean hasChecksum(int filterMask) {
        for (int i = 0; i < ids.length; i++) {
            if ((ids[i] == Filter.DEFLATE || ids[i] == Filter.FLETCHER32) && isApplied(i, filterMask)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it takes two buffers of a chunk's size to decode one: any packer but deflate, which reads what is stored
     * piece by piece, and a shuffle that is not the first filter, go from one buffer to another.
     */
    public boolean isHeldTwice() {
        for (int i = 0; i < ids.length; i++) {
            if (unpackers[i] != null || ids[i] == Filter.SHUFFLE && i > 0) {
                return true;
            }
        }
        return false;
    }

    int count() {
        return ids.length;
    }

    int id(int index) {
        return ids[index];
    }

    Unpacker unpacker(int index) {
        return unpackers[index];
    }

    /** The bytes of a decoded chunk. */
    public int chunkSize() {
        return chunkSize;
    }

    static boolean isApplied(int index, int filterMask) {
        return (filterMask >>> index & 1) == 0;
    }

    /** Whether the first filter is a shuffle, and was applied. */
    boolean isShuffled(int filterMask) {
        return ids.length > 0 && ids[0] == Filter.SHUFFLE && isApplied(0, filterMask);
    }

    /** Whether {@link #mostBefore} is exactly the size of what came to a filter when the chunk was written. */
    boolean isExactBefore(int index, int filterMask) {
        for (int i = 0; i < index; i++) {
            if (unpackers[i] != null && isApplied(i, filterMask)) {
                return false;
            }
        }
        return true;
    }

    /** The most bytes that came to a filter when the chunk was written. */
    int mostBefore(int index, int filterMask) {
        long size = isExactBefore(index, filterMask) ? chunkSize : grown(chunkSize, 0);
        for (int i = 0; i < index; i++) {
            size += ids[i] == Filter.FLETCHER32 && isApplied(i, filterMask) ? ChunkEncoder.CHECKSUM_SIZE : 0;
        }
        return (int) Math.min(size, LARGEST_ARRAY);
    }
}
