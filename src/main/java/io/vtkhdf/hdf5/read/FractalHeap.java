package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.Malformed;
import io.vtkhdf.hdf5.NotSupported;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * A fractal heap: objects under ids, in blocks of which there are as many as were needed.
 *
 * <pre>
 * header:           "FRHP", version, size of ids (2), of filters (2), flags, largest object in a block (4),
 *                   length, address of the B-tree of huge objects, length, address, 8 lengths,
 *                   width of the table (2), size of the first block, of the largest direct block, bits of offsets (2),
 *                   2 bytes, root's address, rows of the root (2), 0 if it is a direct block; checksum
 * id:               kind in bits 4 and 5, in a block: offset in the heap, length
 *                   huge: address, length, or if the id is too short for them, the number in the B-tree
 *                   tiny: the object itself, its length in bits 0 to 3, with ids above 17 bytes in 8 more
 * record of B-tree: address, length, number
 * </pre>
 */
final class FractalHeap {

    private static final int PREFIX_SIZE = 5;
    private static final int FIXED_SIZE = 22;
    private static final int LENGTHS = 12;
    private static final int ADDRESSES = 3;
    private static final int UNUSED_LENGTHS = 8;
    private static final int CHECKED = 1 << 1;

    private static final int KIND = 3;
    private static final int IN_BLOCK = 0;
    private static final int HUGE = 1;
    private static final int TINY = 2;
    private static final int MOST_SHORT_ID = 17;
    /** What it takes of memory to know of a huge object, about. */
    private static final int HUGE_SIZE = 100;

    private record Huge(long address, long length) {}

    private final BoundedBytes storage;
    private final long address;

    private int idSize;
    private int objectLengthSize;
    private long hugeTree;
    private HeapBlocks blocks;
    private Map<Long, Huge> hugeObjects;

    private FractalHeap(BoundedBytes storage, long address) {
        this.storage = storage;
        this.address = address;
    }

    /** @throws NotSupported if its blocks are filtered */
    static FractalHeap read(BoundedBytes storage, long address) {
        FractalHeap heap = new FractalHeap(storage, address);
        heap.readHeader();
        return heap;
    }

    private void readHeader() {
        int filtersAt = PREFIX_SIZE + 2;
        long filters = ByteReader.unsigned(storage.read(address + filtersAt, 2), 2);
        long filtersSize = filters == 0 ? 0 : ByteReader.LENGTH_SIZE + 4 + filters;
        long size = FIXED_SIZE + LENGTHS * ByteReader.LENGTH_SIZE + ADDRESSES * ByteReader.ADDRESS_SIZE + filtersSize;
        IndexBlock header = IndexBlock.begin(storage, address, size, "FRHP");
        if (filters > 0) {
            throw new NotSupported("links or attributes that are compressed", "none");
        }
        idSize = (int) header.unsigned(2);
        header.take(2);
        boolean checked = (header.octet() & CHECKED) != 0;
        long largestObject = header.unsigned(4);
        header.take(ByteReader.LENGTH_SIZE);
        hugeTree = header.address();
        header.take(ByteReader.LENGTH_SIZE + ByteReader.ADDRESS_SIZE + UNUSED_LENGTHS * ByteReader.LENGTH_SIZE);
        DoublingTable table = new DoublingTable((int) header.unsigned(2), header.length(), header.length());
        objectLengthSize = objectLengthSize(table, largestObject);
        int offsetSize = ((int) header.unsigned(2) + Byte.SIZE - 1) / Byte.SIZE;
        header.take(2);
        long root = header.address();
        int rootRows = (int) header.unsigned(2);
        blocks = new HeapBlocks(storage, address, table, offsetSize, checked, root, rootRows);
    }

    /** The object with an id. */
    ByteBuffer get(ByteBuffer id) {
        if (id.remaining() != idSize) {
            throw new Malformed("an id of " + id.remaining() + " bytes in a heap whose ids have " + idSize);
        }
        ByteBuffer rest = id.slice().order(ByteOrder.LITTLE_ENDIAN);
        int flags = rest.get() & 0xff;
        int kind = flags >> 4 & KIND;
        ByteBuffer object =
                switch (kind) {
                    case IN_BLOCK -> inBlock(rest);
                    case HUGE -> huge(rest);
                    case TINY -> tiny(flags, rest);
                    default -> throw new Malformed("a heap's object of kind " + kind);
                };
        storage.takeToRead(object.remaining());
        return object.order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer tiny(int flags, ByteBuffer id) {
        int length = flags & 0xf;
        if (idSize > MOST_SHORT_ID + 1) {
            length = length << Byte.SIZE | id.get() & 0xff;
        }
        return id.slice(id.position(), length + 1);
    }

    private ByteBuffer huge(ByteBuffer id) {
        if (id.remaining() >= ByteReader.ADDRESS_SIZE + ByteReader.LENGTH_SIZE) {
            return storage.read(ByteReader.address(id), ByteReader.length(id));
        }
        if (hugeObjects == null) {
            hugeObjects = new HashMap<>();
            RecordTree.forEach(storage, hugeTree, RecordTree.HUGE_OBJECTS, this::addHuge);
        }
        long number = ByteReader.unsigned(id, Math.min(id.remaining(), Long.BYTES));
        Huge object = hugeObjects.get(number);
        if (object == null) {
            throw new Malformed("no object " + number + " in the heap at address " + address);
        }
        return storage.read(object.address(), object.length());
    }

    private void addHuge(ByteBuffer entry) {
        storage.takeMemory(HUGE_SIZE);
        Huge object = new Huge(ByteReader.address(entry), ByteReader.length(entry));
        hugeObjects.put(ByteReader.length(entry), object);
    }

    private ByteBuffer inBlock(ByteBuffer id) {
        long offset = ByteReader.unsigned(id, blocks.offsetSize());
        return blocks.object(offset, ByteReader.unsigned(id, objectLengthSize));
    }

    /** Of the length of an object in a block. */
    private static int objectLengthSize(DoublingTable table, long largestObject) {
        int ofBlock = (Long.numberOfTrailingZeros(table.largestDirect()) + Byte.SIZE - 1) / Byte.SIZE;
        int ofObject = (Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, largestObject))) / Byte.SIZE + 1;
        return Math.min(ofBlock, ofObject);
    }
}
