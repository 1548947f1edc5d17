package io.vtkhdf.hdf5.write;

import io.vtkhdf.hdf5.ByteWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The index of chunks to which more are added at the end (specification III.A.2, "Version 2 B-trees", types 10 and 11).
 * Each time that it is written only what has changed is: the last node of each level and those that have become full.
 * No node refers to the one above it, which is why no other index will do: all blocks of an extensible array refer to
 * its header.
 *
 * <pre>
 * header:   "BTHD", u8 version 0, u8 type: 10 chunks, 11 chunks with filters, u32 size of a node, u16 size of a record
 *           u16 depth, u8 split percentage, u8 merge percentage, u64 address of the root, u16 records in it, u64 in all
 *           u32 checksum
 * leaf:     "BTLF", u8 version 0, u8 type, the records, u32 checksum, zeros up to the size of a node
 * internal: "BTIN", u8 version 0, u8 type, the records, a child more than these, u32 checksum, zeros
 * child:    u64 address, the records in it, above the lowest level also all those below it
 * record:   u64 address of the chunk; with filters also: its size in the file, u32 filters left out: 0
 *           u64 its number along each axis, slowest first
 * </pre>
 *
 * <p>A leaf that is full holds one record less than it could; the next one stands above it. So the {@code n}-th of
 * {@code m} records stands in a leaf unless {@code n + 1} is a multiple of {@code m}. Not thread-safe.
 */
public final class ChunkTree {

    /** The bytes of a node, and the percentages: libhdf5's own choice for chunks. */
    static final int NODE_SIZE = 2048;

    static final int SPLIT_PERCENT = 100;
    static final int MERGE_PERCENT = 40;

    private static final int FRAME = 4 + 1 + 1 + 4;

    /** The number of chunks along each axis but the first. */
    private final long[] counts;

    private final int sizeWidth;
    private final int recordSize;
    private final List<Level> levels = new ArrayList<>();

    /** What is known of the nodes that are one step further from the leaves than those before. */
    private static final class Level {
        /** The children of a node that is full; of a leaf its records and the one that stands above. */
        private final int children;

        private final int childSize;
        /** The records below one that is full, with the one above. */
        private final long span;
        /** As many bytes as the most records take that there can be in and below a node. */
        private final int countWidth;

        private final long most;
        private final List<Long> full = new ArrayList<>();

        Level(int children, int childSize, long span, long most) {
            this.children = children;
            this.childSize = childSize;
            this.span = span;
            this.most = most;
            this.countWidth = width(most);
        }
    }

    /** A node, and the records in it and in all. */
    private record Place(long address, int records, long all) {}

    /**
     * @param row the size of the dataset along each axis but the first, which grows
     * @param chunk the chunk's size along each axis, 1 along the first
     * @param chunkBytes of a chunk without filters; 0 if there are no filters
     */
    public ChunkTree(long[] row, int[] chunk, long chunkBytes) {
        this.counts = new long[row.length];
        for (int axis = 0; axis < row.length; axis++) {
            counts[axis] = (row[axis] - 1) / chunk[axis + 1] + 1;
        }
        this.sizeWidth = chunkBytes == 0 ? 0 : FixedArray.sizeWidth(chunkBytes);
        this.recordSize = Long.BYTES * (1 + chunk.length) + (sizeWidth == 0 ? 0 : sizeWidth + Integer.BYTES);
        int records = (NODE_SIZE - FRAME) / recordSize;
        levels.add(new Level(records, 0, records, records));
    }

    /** The bytes that a number of a node's records takes, as libhdf5 reckons. */
    private static int width(long most) {
        return (Long.SIZE - 1 - Long.numberOfLeadingZeros(most)) / Byte.SIZE + 1;
    }

    private Level level(int height) {
        if (height == levels.size()) {
            Level below = levels.get(height - 1);
            int childSize = Long.BYTES + levels.get(0).countWidth + (height == 1 ? 0 : below.countWidth);
            int records = (NODE_SIZE - FRAME - childSize) / (recordSize + childSize);
            levels.add(new Level(
                    records, childSize, records * below.span, Math.addExact((records + 1) * below.most, records)));
        }
        return levels.get(height);
    }

    /**
     * Writes what has changed, and returns the header's address.
     *
     * @param places at least one, each with an address; those that were there the last time stay as they were
     */
    long write(ByteWriter out, ChunkPlaces places) throws IOException {
        int height = 0;
        long nodes = (places.count() - 1) / level(0).children + 1L;
        Place root = writeLevel(out, places, 0, nodes, null);
        while (nodes > 1) {
            height++;
            long children = nodes;
            nodes = Math.max(1, (children - 2) / level(height).children + 1);
            root = writeLevel(out, places, height, nodes, new Children(children, root));
        }
        return writeHeader(out, places.count(), height, root);
    }

    /** The nodes of the level below, of which the last is not full. */
    private record Children(long count, Place last) {}

    /** Writes the nodes of a level that are new, and returns the last one. */
    private Place writeLevel(ByteWriter out, ChunkPlaces places, int height, long nodes, Children below)
            throws IOException {
        Level level = level(height);
        while (level.full.size() < nodes - 1) {
            level.full.add(writeNode(out, places, height, level.full.size(), false, below).address);
        }
        return writeNode(out, places, height, nodes - 1, true, below);
    }

    private Place writeNode(ByteWriter out, ChunkPlaces places, int height, long node, boolean isLast, Children below)
            throws IOException {
        Level level = level(height);
        long first = node * level.span;
        long all = isLast ? places.count() - first : level.span - 1;
        long start = out.align();
        out.ascii(height == 0 ? "BTLF" : "BTIN").u8(0).u8(type());
        int records = height == 0
                ? writeRecords(out, places, first, first + all, 1)
                : writeInternal(out, places, height, node, isLast, below);
        out.checksumFrom(start).zerosTo(start + NODE_SIZE);
        return new Place(start, records, all);
    }

    private int writeInternal(
            ByteWriter out, ChunkPlaces places, int height, long node, boolean isLast, Children below) {
        Level level = level(height);
        Level lower = level(height - 1);
        long first = node * level.children;
        int children = isLast ? Math.toIntExact(below.count - first) : level.children;
        long firstRecord = (first + 1) * lower.span - 1;
        writeRecords(out, places, firstRecord, firstRecord + (children - 1) * lower.span, lower.span);
        for (int i = 0; i < children; i++) {
            Place child = first + i == below.count - 1
                    ? below.last
                    : new Place(lower.full.get(Math.toIntExact(first + i)), lower.children - 1, lower.span - 1);
            out.u64(child.address).unsigned(child.records, level(0).countWidth);
            if (height > 1) {
                out.unsigned(child.all, lower.countWidth);
            }
        }
        return children - 1;
    }

    /** Every so many of the records from the first up to, but without, the last; returns how many. */
    private int writeRecords(ByteWriter out, ChunkPlaces places, long from, long to, long step) {
        int written = 0;
        for (long chunk = from; chunk < to; chunk += step) {
            writeRecord(out, places, Math.toIntExact(chunk));
            written++;
        }
        return written;
    }

    private void writeRecord(ByteWriter out, ChunkPlaces places, int chunk) {
        out.u64(places.address(chunk));
        if (sizeWidth > 0) {
            out.unsigned(places.size(chunk), sizeWidth).u32(0);
        }
        long behind = 1;
        for (long count : counts) {
            behind *= count;
        }
        out.u64(chunk / behind);
        for (long count : counts) {
            long rest = chunk % behind;
            behind /= count;
            out.u64(rest / behind);
        }
    }

    private long writeHeader(ByteWriter out, long count, int depth, Place root) {
        long start = out.align();
        out.ascii("BTHD")
                .u8(0)
                .u8(type())
                .u32(NODE_SIZE)
                .u16(recordSize)
                .u16(depth)
                .u8(SPLIT_PERCENT)
                .u8(MERGE_PERCENT)
                .u64(root.address)
                .u16(root.records)
                .u64(count)
                .checksumFrom(start);
        return start;
    }

    private int type() {
        return sizeWidth == 0 ? 10 : 11;
    }

    /** About how many bytes are written if few chunks are added, rather too many. */
    long changedBytes() {
        return (levels.size() + 2L) * NODE_SIZE;
    }
}
