package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.Lookup3;
import io.vtkhdf.hdf5.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * The blocks of a fractal heap, of which there are as many as were needed.
 *
 * <pre>
 * indirect block:  "FHIB", version, header's address, offset in the heap, addresses of its blocks row by row, checksum
 * direct block:    "FHDB", version, header's address, offset in the heap, checksum if there are any, objects
 * </pre>
 */
final class HeapBlocks {

    private static final int PREFIX_SIZE = 5;

    private final BoundedBytes storage;
    private final long address;
    private final DoublingTable table;
    private final int offsetSize;
    private final boolean checked;
    private final long root;
    private final int rootRows;

    private final Map<Long, ByteBuffer> directBlocks = new HashMap<>();
    private final Map<Long, ByteBuffer> indirectBlocks = new HashMap<>();

    /**
     * @param address the heap's
     * @param offsetSize how many bytes an offset takes
     * @param checked whether direct blocks have checksums
     * @param rootRows 0 if the root is a direct block
     */
    HeapBlocks(
            BoundedBytes storage,
            long address,
            DoublingTable table,
            int offsetSize,
            boolean checked,
            long root,
            int rootRows) {
        this.storage = storage;
        this.address = address;
        this.table = table;
        this.offsetSize = offsetSize;
        this.checked = checked;
        this.root = root;
        this.rootRows = rootRows;
    }

    /** How many bytes an offset takes. */
    int offsetSize() {
        return offsetSize;
    }

    ByteBuffer object(long offset, long length) {
        if (offset < 0) {
            throw new Malformed("an object at offset " + offset + " of a heap");
        }
        return rootRows == 0 ? object(root, 0, table.firstSize(), offset, length) : find(offset, length);
    }

    /** From the root down to the direct block with the offset. */
    private ByteBuffer find(long offset, long length) {
        long block = root;
        long start = 0;
        int rows = rootRows;
        while (true) {
            int row = table.row(offset - start);
            if (row >= rows) {
                throw new Malformed("an object at offset " + offset + ", beyond its heap");
            }
            long size = table.blockSize(row);
            long column = (offset - start - table.start(row)) / size;
            long child = children(block, start, rows).getLong((int) (row * table.width() + column) * Long.BYTES);
            start += table.start(row) + column * size;
            if (table.isDirect(row)) {
                return object(child, start, size, offset, length);
            }
            block = child;
            rows = table.rows(size);
        }
    }

    /** The addresses in an indirect block, each in 8 bytes. */
    private ByteBuffer children(long block, long start, int rows) {
        return indirectBlocks.computeIfAbsent(start, at -> {
            int count = Math.multiplyExact(rows, table.width());
            long size = PREFIX_SIZE + ByteReader.ADDRESS_SIZE + offsetSize + (long) count * ByteReader.ADDRESS_SIZE;
            requireBlock(block, at);
            IndexBlock read = IndexBlock.begin(storage, block, size, "FHIB");
            requirePlace(read, block, at);
            ByteBuffer children = ByteBuffer.allocate(Math.multiplyExact(count, Long.BYTES));
            while (children.hasRemaining()) {
                children.putLong(read.address());
            }
            return children;
        });
    }

    private void requireBlock(long block, long start) {
        if (block < 0) {
            throw new Malformed("no block of the heap at address " + address + " has its offset " + start);
        }
    }

    private void requirePlace(IndexBlock block, long at, long start) {
        if (block.address() != address || block.unsigned(offsetSize) != start) {
            throw new Malformed("block at address " + at + " is not that of offset " + start + " of its heap");
        }
    }

    private ByteBuffer object(long block, long start, long size, long offset, long length) {
        ByteBuffer bytes = directBlocks.computeIfAbsent(start, at -> direct(block, at, size));
        long first = offset - start;
        int head = PREFIX_SIZE + ByteReader.ADDRESS_SIZE + offsetSize + (checked ? Lookup3.SIZE : 0);
        if (first < head || length < 0 || length > size - first) {
            throw new Malformed("an object of " + length + " bytes at offset " + offset + ", beyond its block");
        }
        return bytes.slice((int) first, (int) length);
    }

    private ByteBuffer direct(long block, long start, long size) {
        requireBlock(block, start);
        ByteBuffer bytes = storage.read(block, size);
        if (checked) {
            verify(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN));
        }
        requirePlace(IndexBlock.of(bytes.duplicate(), block, "FHDB"), block, start);
        return bytes;
    }

    /** The checksum is that of a block with zeros in its place. */
    private void verify(ByteBuffer block) {
        byte[] bytes = new byte[block.remaining()];
        block.get(bytes);
        int at = PREFIX_SIZE + ByteReader.ADDRESS_SIZE + offsetSize;
        ByteBuffer.wrap(bytes).putInt(at, 0);
        Lookup3.verify(block.getInt(at), Lookup3.of(bytes, 0, bytes.length));
    }
}
