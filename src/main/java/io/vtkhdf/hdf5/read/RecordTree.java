package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.Lookup3;
import io.vtkhdf.hdf5.Malformed;
import io.vtkhdf.hdf5.Span;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The records of a B-tree of version 2.
 *
 * <pre>
 * header:         "BTHD", version, type, size of nodes (4), of records (2), depth (2), 2 bytes, root's address,
 *                 records in the root (2), records in all, checksum
 * leaf:           "BTLF", version, type, records, checksum
 * internal node:  "BTIN", version, type, records, children, one more than records, checksum
 * child:          address, records in it, records in and below it unless it is a leaf
 * </pre>
 */
final class RecordTree {

    static final int HUGE_OBJECTS = 1;
    static final int LINK_NAMES = 5;
    static final int ATTRIBUTE_NAMES = 8;
    static final int CHUNKS = 10;
    static final int FILTERED_CHUNKS = 11;

    private static final int HEADER_SIZE = 18;
    private static final int TYPE = 5;

    /** @param childSize the bytes that refer to one child */
    private record Level(long mostRecords, int childSize) {}

    private final BoundedBytes storage;
    private final int type;
    private final Consumer<ByteBuffer> sink;
    private final List<Level> levels = new ArrayList<>();
    private int recordSize;
    private int countSize;
    private long left;

    private RecordTree(BoundedBytes storage, int type, Consumer<ByteBuffer> sink) {
        this.storage = storage;
        this.type = type;
        this.sink = sink;
    }

    /** Hands over all records, in the tree's order, each from position 0 to its limit. */
    static void forEach(BoundedBytes storage, long address, int type, Consumer<ByteBuffer> sink) {
        new RecordTree(storage, type, sink).read(address);
    }

    private void read(long address) {
        IndexBlock header = read(address, HEADER_SIZE + ByteReader.ADDRESS_SIZE + ByteReader.LENGTH_SIZE, "BTHD");
        long nodeSize = header.unsigned(4);
        recordSize = (int) header.unsigned(2);
        int depth = (int) header.unsigned(2);
        header.take(2);
        long root = header.address();
        long rootRecords = header.unsigned(2);
        left = header.length();
        if (left < 0 || recordSize < 1 || left > storage.length() / recordSize) {
            throw new Malformed("B-tree of " + left + " records of " + recordSize + " bytes in a file of "
                    + storage.length() + " bytes");
        }
        if (left > 0) {
            addLevels(nodeSize, depth);
            readNode(root, depth, rootRecords);
        }
        if (left != 0) {
            throw new Malformed("B-tree with " + left + " records less than it says");
        }
    }

    /** From the leaves up: how many records there may be decides how many bytes their number takes. */
    private void addLevels(long nodeSize, int depth) {
        long space = nodeSize - IndexBlock.PREFIX_SIZE - Lookup3.SIZE;
        long most = space / recordSize;
        countSize = bytesFor(most);
        levels.add(new Level(most, 0));
        long below = most;
        for (int level = 1; level <= depth; level++) {
            int childSize = ByteReader.ADDRESS_SIZE + countSize + (level == 1 ? 0 : bytesFor(below));
            most = (space - childSize) / (recordSize + childSize);
            if (most < 1) {
                throw new Malformed("B-tree nodes of " + nodeSize + " bytes, which hold no record");
            }
            levels.add(new Level(most, childSize));
            below = Math.addExact(Math.multiplyExact(below, most + 1), most);
        }
    }

    private static int bytesFor(long number) {
        return (Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, number))) / Byte.SIZE + 1;
    }

    private IndexBlock read(long address, long size, String signature) {
        IndexBlock block = IndexBlock.read(storage, address, size, signature, -1);
        if (block.bytes().get(TYPE) != type) {
            throw new Malformed(signature + " block at address " + address + " of type "
                    + block.bytes().get(TYPE) + ", expected " + type);
        }
        return block;
    }

    /** Where the leaves stand below a node. */
    private List<Span> leaves(ByteBuffer children, long count, Level level) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            long address = ByteReader.address(children.position(i * level.childSize()));
            long records = ByteReader.unsigned(children, countSize);
            long size = IndexBlock.PREFIX_SIZE + records * recordSize + Lookup3.SIZE;
            spans.add(new Span(address, (int) Math.min(Integer.MAX_VALUE, size)));
        }
        return spans;
    }

    private void readNode(long address, int depth, long count) {
        Level level = levels.get(depth);
        left -= count;
        if (count < 0 || count > level.mostRecords() || left < 0) {
            throw new Malformed("B-tree node at address " + address + " of " + count + " records, expected at most "
                    + Math.min(level.mostRecords(), left + count));
        }
        long recordsSize = count * recordSize;
        long size = IndexBlock.PREFIX_SIZE + recordsSize + (count + 1) * level.childSize();
        IndexBlock node = read(address, size, depth == 0 ? "BTLF" : "BTIN");
        ByteBuffer records = ByteBuffer.wrap(node.take((int) recordsSize));
        if (depth == 1) {
            storage.expect(leaves(node.bytes().slice().order(ByteOrder.LITTLE_ENDIAN), count, level));
        }
        for (int i = 0; i <= count; i++) {
            if (depth > 0) {
                long child = node.address();
                long childCount = node.unsigned(countSize);
                node.take(level.childSize() - ByteReader.ADDRESS_SIZE - countSize);
                readNode(child, depth - 1, childCount);
            }
            if (i < count) {
                sink.accept(records.slice(i * recordSize, recordSize).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
    }
}
