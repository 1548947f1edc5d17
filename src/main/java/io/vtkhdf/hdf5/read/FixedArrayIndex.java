package io.vtkhdf.hdf5.read;

import io.jhdf.exceptions.HdfException;
import io.vtkhdf.hdf5.jhdf.JhdfBytes;

/**
 * The fixed array index of a chunked dataset.
 *
 * <pre>
 * header:      "FAHD", version, client, entry size, page bits, entry count, data block's address, checksum
 * data block:  "FADB", version, client, header's address, then entries, checksum
 *              or, with more than 2^(page bits) entries: bitmap of pages written, checksum, pages
 * page:        entries, checksum
 * </pre>
 */
final class FixedArrayIndex {

    private final JhdfBytes storage;
    private final long address;
    private final IndexEntries sink;
    private int entrySize;
    private long pageEntries;
    private long count;

    FixedArrayIndex(JhdfBytes storage, long address, IndexEntries sink) {
        this.storage = storage;
        this.address = address;
        this.sink = sink;
    }

    void read() {
        int headerSize = IndexBlock.PREFIX_SIZE + 2 + storage.getSizeOfLengths() + storage.getSizeOfOffsets();
        IndexBlock header = IndexBlock.read(storage, address, headerSize, "FAHD", -1);
        entrySize = header.octet();
        pageEntries = 1L << Math.min(header.octet(), Integer.SIZE - 1);
        count = header.unsigned(storage.getSizeOfLengths());
        if (!sink.fits(entrySize, storage.getSizeOfOffsets()) || count < sink.count()) {
            throw new HdfException("fixed array of " + count + " entries of " + entrySize + " bytes, expected "
                    + sink.count() + " entries");
        }
        long block = header.unsigned(storage.getSizeOfOffsets());
        if (block >= 0) {
            readBlock(block);
        }
    }

    private void readBlock(long block) {
        long prefixSize = IndexBlock.PREFIX_SIZE + storage.getSizeOfOffsets();
        if (count <= pageEntries) {
            long size = prefixSize + Math.multiplyExact(count, (long) entrySize);
            addEntries(IndexBlock.read(storage, block, size, "FADB", address), 0, count);
            return;
        }
        long pages = (count - 1) / pageEntries + 1;
        int bitmapSize = Math.toIntExact((pages - 1) / Byte.SIZE + 1);
        IndexBlock start = IndexBlock.read(storage, block, prefixSize + bitmapSize, "FADB", address);
        byte[] written = start.take(bitmapSize);
        long at = block + prefixSize + bitmapSize + IndexBlock.CHECKSUM_SIZE;
        for (int page = 0; page < pages; page++) {
            long first = page * pageEntries;
            long entries = Math.min(pageEntries, count - first);
            if (isSet(written, page)) {
                addEntries(IndexBlock.page(storage, at, entries * entrySize), first, entries);
            }
            at += entries * entrySize + IndexBlock.CHECKSUM_SIZE;
        }
    }

    /** HDF5's bitmaps begin with the highest bit of the first byte. */
    static boolean isSet(byte[] bitmap, long bit) {
        return (bitmap[(int) (bit / Byte.SIZE)] & 0x80 >> bit % Byte.SIZE) != 0;
    }

    private void addEntries(IndexBlock block, long first, long entries) {
        for (long i = 0; i < entries; i++) {
            sink.add(first + i, block.bytes(), entrySize, storage.getSizeOfOffsets());
        }
    }
}
