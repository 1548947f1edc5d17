package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.Malformed;
import io.vtkhdf.hdf5.Span;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The B-tree of version 1 of a chunked dataset, read level by level.
 *
 * <pre>
 * node:  "TREE", type 1, level, entries (2), its neighbours' addresses, then so many keys and children, one more key
 * key:   the chunk's size (4), its filter mask (4), the index of its first element (8 an axis), zero (8)
 * child: the address of a node of the next level, or at level 0 of a chunk
 * </pre>
 */
final class ChunkTree {

    private static final int CHUNKS = 1;
    private static final int HEADER_SIZE = 8 + 2 * ByteReader.ADDRESS_SIZE;
    /** Of a node unless the superblock says otherwise. */
    private static final int USUAL_ENTRIES = 64;

    /** Takes chunks. */
    interface Sink {

        /** @param start the index of the chunk's first element; may be kept */
        void add(long[] start, long address, long size, int filterMask);
    }

    private final BoundedBytes storage;
    private final int rank;
    private final int entrySize;
    private final Sink sink;
    private final int usualSize;
    private long[] children = {};
    private int childCount;

    /** @param rank the dataset's */
    ChunkTree(BoundedBytes storage, int rank, Sink sink) {
        this.storage = storage;
        this.rank = rank;
        this.entrySize = 8 + Long.BYTES * (rank + 1) + ByteReader.ADDRESS_SIZE;
        this.sink = sink;
        this.usualSize = HEADER_SIZE + (USUAL_ENTRIES + 1) * entrySize;
    }

    /** Hands over all chunks, in the tree's order. */
    void read(long root) {
        int level = header(root, -1).get(5) & 0xff;
        long[] nodes = {root};
        for (; level >= 0; level--) {
            int atOnce = (int) Math.max(1, BoundedBytes.mostExpected() / usualSize);
            children = new long[nodes.length];
            childCount = 0;
            for (int i = 0; i < nodes.length; i++) {
                if (i % atOnce == 0 && nodes.length > 1) {
                    storage.expect(usual(nodes, i, Math.min(nodes.length, i + atOnce)));
                }
                readNode(nodes[i], level);
            }
            nodes = Arrays.copyOf(children, childCount);
        }
    }

    private List<Span> usual(long[] nodes, int from, int to) {
        List<Span> spans = new ArrayList<>();
        for (int i = from; i < to; i++) {
            spans.add(new Span(nodes[i], (int) Math.max(0, Math.min(usualSize, storage.length() - nodes[i]))));
        }
        return spans;
    }

    /** @param level negative if it is not known */
    private ByteBuffer header(long address, int level) {
        ByteBuffer header = storage.read(address, HEADER_SIZE);
        if (header.getInt() != ('T' | 'R' << 8 | 'E' << 16 | 'E' << 24)) {
            throw new Malformed("no TREE block at address " + address);
        }
        int type = header.get() & 0xff;
        int found = header.get() & 0xff;
        if (type != CHUNKS || level >= 0 && found != level) {
            throw new Malformed("B-tree node at address " + address + " of type " + type + " and level " + found
                    + ", expected " + CHUNKS + (level >= 0 ? " and " + level : ""));
        }
        return header;
    }

    private void readNode(long address, int level) {
        int entries = header(address, level).getShort() & 0xffff;
        ByteBuffer bytes = storage.read(address + HEADER_SIZE, (long) entries * entrySize);
        for (int i = 0; i < entries; i++) {
            long size = ByteReader.unsigned(bytes, 4);
            int filterMask = bytes.getInt();
            long[] start = new long[rank];
            for (int axis = 0; axis < rank; axis++) {
                start[axis] = bytes.getLong();
            }
            bytes.getLong();
            long child = ByteReader.address(bytes);
            if (level == 0) {
                sink.add(start, child, size, filterMask);
            } else {
                addChild(child);
            }
        }
    }

    private void addChild(long address) {
        if (childCount == children.length) {
            children = Arrays.copyOf(children, 2 * childCount);
        }
        children[childCount++] = address;
    }
}
