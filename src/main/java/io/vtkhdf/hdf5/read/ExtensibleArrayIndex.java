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

/**
 * The extensible array index of a chunked dataset with one unlimited axis.
 *
 * <pre>
 * header:       "EAHD", version, client, entry size, five parameters, six statistics, index block's address, checksum
 * index block:  "EAIB", version, client, header's address, first entries, addresses of the first data blocks,
 *               addresses of all super blocks but the first ones, whose data blocks stand here; checksum
 * super block:  "EASB", version, client, header's address, offset, bitmap of pages written, addresses of data blocks, checksum
 * data block:   "EADB", version, client, header's address, offset, entries unless paged, checksum, pages
 * page:         entries, checksum
 * </pre>
 *
 * Super block {@code u} has 2^(u/2) data blocks of 2^((u+1)/2) times the least number of entries.
 */
final class ExtensibleArrayIndex {

    private static final int PARAMETERS = 6;
    private static final int STATISTICS = 6;
    private static final int MAX_BITS = 62;

    private final BoundedBytes storage;
    private final long address;
    private final IndexEntries sink;
    private int entrySize;
    private int offsetSize;
    private int pageEntries;
    private int leastEntries;
    private long next;

    ExtensibleArrayIndex(BoundedBytes storage, long address, IndexEntries sink) {
        this.storage = storage;
        this.address = address;
        this.sink = sink;
    }

    void read() {
        int headerSize =
                IndexBlock.PREFIX_SIZE + PARAMETERS + STATISTICS * ByteReader.LENGTH_SIZE + ByteReader.ADDRESS_SIZE;
        IndexBlock header = IndexBlock.read(storage, address, headerSize, "EAHD", -1);
        entrySize = header.octet();
        int maxBits = header.octet();
        offsetSize = (maxBits + Byte.SIZE - 1) / Byte.SIZE;
        int indexEntries = header.octet();
        leastEntries = header.octet();
        int leastPointers = header.octet();
        int pageBits = header.octet();
        if (!sink.fits(entrySize)
                || !isPowerOfTwo(leastEntries)
                || !isPowerOfTwo(leastPointers)
                || maxBits > MAX_BITS
                || pageBits >= Integer.SIZE - 1) {
            throw new Malformed("extensible array with impossible parameters");
        }
        pageEntries = 1 << pageBits;
        header.take(STATISTICS * ByteReader.LENGTH_SIZE);
        long indexBlock = header.address();
        if (indexBlock >= 0) {
            readIndexBlock(indexBlock, indexEntries, 2 * log2(leastPointers), 1 + maxBits - log2(leastEntries));
        }
    }

    private static boolean isPowerOfTwo(int n) {
        return Integer.bitCount(n) == 1;
    }

    private static int log2(int n) {
        return Integer.numberOfTrailingZeros(n);
    }

    private void readIndexBlock(long block, int indexEntries, int firstSuperBlock, int superBlocks) {
        long dataBlocks = 0;
        for (int u = 0; u < firstSuperBlock; u++) {
            dataBlocks += dataBlocks(u);
        }
        long size = IndexBlock.PREFIX_SIZE
                + ByteReader.ADDRESS_SIZE
                + (long) indexEntries * entrySize
                + (dataBlocks + Math.max(0, superBlocks - firstSuperBlock)) * ByteReader.ADDRESS_SIZE;
        IndexBlock index = IndexBlock.read(storage, block, size, "EAIB", address);
        addEntries(index, indexEntries);
        for (int u = 0; u < superBlocks && next < sink.count(); u++) {
            if (u < firstSuperBlock) {
                readDataBlocks(index, dataBlocks(u), entries(u), null, 0);
            } else {
                readSuperBlock(index.address(), u);
            }
        }
    }

    /**
     * Reads the data blocks whose addresses come next, as many at once as is fair.
     *
     * @param written the bitmap of pages written; {@code pages} how many each block has
     */
    private void readDataBlocks(IndexBlock index, long count, long entries, byte[] written, long pages) {
        long size = IndexBlock.PREFIX_SIZE + ByteReader.ADDRESS_SIZE + offsetSize + Lookup3.SIZE;
        size = Math.addExact(size + pages * Lookup3.SIZE, Math.multiplyExact(entries, (long) entrySize));
        long atOnce = Math.max(1, BoundedBytes.mostExpected() / size);
        for (long i = 0; i < count && next < sink.count(); i++) {
            if (i % atOnce == 0 && size <= BoundedBytes.mostExpected()) {
                ByteBuffer addresses = index.bytes().slice().order(ByteOrder.LITTLE_ENDIAN);
                List<Span> blocks = new ArrayList<>();
                for (long j = i; j < Math.min(count, i + atOnce); j++) {
                    blocks.add(new Span(ByteReader.address(addresses), (int) size));
                }
                storage.expect(blocks);
            }
            readDataBlock(index.address(), entries, written, i * pages);
        }
    }

    private static long dataBlocks(int superBlock) {
        return 1L << superBlock / 2;
    }

    /** The entries of each data block of a super block. */
    private long entries(int superBlock) {
        return Math.multiplyExact(1L << (superBlock + 1) / 2, (long) leastEntries);
    }

    private void readSuperBlock(long block, int u) {
        long dataBlocks = dataBlocks(u);
        long entries = entries(u);
        if (block < 0) {
            next = Math.addExact(next, Math.multiplyExact(dataBlocks, entries));
            return;
        }
        long pages = entries > pageEntries ? entries / pageEntries : 0;
        int bitmapSize = Math.toIntExact(dataBlocks * ((pages + Byte.SIZE - 1) / Byte.SIZE));
        long size = IndexBlock.PREFIX_SIZE
                + ByteReader.ADDRESS_SIZE
                + offsetSize
                + bitmapSize
                + dataBlocks * ByteReader.ADDRESS_SIZE;
        IndexBlock index = IndexBlock.read(storage, block, size, "EASB", address);
        index.take(offsetSize);
        byte[] written = index.take(bitmapSize);
        readDataBlocks(index, dataBlocks, entries, written, pages);
    }

    /**
     * @param written the bitmap of pages written
     * @param firstPage the bit of the block's first page
     */
    private void readDataBlock(long block, long entries, byte[] written, long firstPage) {
        if (block < 0) {
            next = Math.addExact(next, entries);
            return;
        }
        long prefixSize = IndexBlock.PREFIX_SIZE + ByteReader.ADDRESS_SIZE + offsetSize;
        if (written == null || entries <= pageEntries) {
            IndexBlock data = IndexBlock.read(storage, block, prefixSize + entries * entrySize, "EADB", address);
            data.take(offsetSize);
            addEntries(data, entries);
            return;
        }
        IndexBlock.read(storage, block, prefixSize, "EADB", address);
        long at = block + prefixSize + Lookup3.SIZE;
        long pageSize = (long) pageEntries * entrySize;
        for (long page = 0; page < entries / pageEntries; page++) {
            if (FixedArrayIndex.isSet(written, firstPage + page)) {
                addEntries(IndexBlock.page(storage, at, pageSize), pageEntries);
            } else {
                next += pageEntries;
            }
            at += pageSize + Lookup3.SIZE;
        }
    }

    private void addEntries(IndexBlock block, long entries) {
        for (long i = 0; i < entries; i++) {
            sink.add(next++, block.bytes(), entrySize);
        }
    }
}
