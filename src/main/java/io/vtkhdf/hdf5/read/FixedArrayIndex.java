package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.Lookup3;
import io.vtkhdf.hdf5.Malformed;
import io.vtkhdf.hdf5.Span;
import java.util.ArrayList;
import java.util.List;

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

    private final BoundedBytes storage;
    private final long address;
    private final IndexEntries sink;
    private int entrySize;
    private long pageEntries;
    private long count;

    FixedArrayIndex(BoundedBytes storage, long address, IndexEntries sink) {
        this.storage = storage;
        this.address = address;
        this.sink = sink;
    }

    void read() {
        int headerSize = IndexBlock.PREFIX_SIZE + 2 + ByteReader.LENGTH_SIZE + ByteReader.ADDRESS_SIZE;
        IndexBlock header = IndexBlock.read(storage, address, headerSize, "FAHD", -1);
        entrySize = header.octet();
        pageEntries = 1L << Math.min(header.octet(), Integer.SIZE - 1);
        count = header.length();
        if (!sink.fits(entrySize) || count < sink.count()) {
            throw new Malformed("fixed array of " + count + " entries of " + entrySize + " bytes, expected "
                    + sink.count() + " entries");
        }
        long block = header.address();
        if (block >= 0) {
            readBlock(block);
        }
    }

    private void readBlock(long block) {
        long prefixSize = IndexBlock.PREFIX_SIZE + ByteReader.ADDRESS_SIZE;
        if (count <= pageEntries) {
            long size = prefixSize + Math.multiplyExact(count, (long) entrySize);
            addEntries(IndexBlock.read(storage, block, size, "FADB", address), 0, count);
            return;
        }
        long pages = (count - 1) / pageEntries + 1;
        int bitmapSize = Math.toIntExact((pages - 1) / Byte.SIZE + 1);
        IndexBlock start = IndexBlock.read(storage, block, prefixSize + bitmapSize, "FADB", address);
        byte[] written = start.take(bitmapSize);
        long at = block + prefixSize + bitmapSize + Lookup3.SIZE;
        long pageSize = Math.min(storage.length(), pageEntries * entrySize + Lookup3.SIZE);
        int atOnce = (int) Math.max(1, BoundedBytes.mostExpected() / pageSize);
        for (int page = 0; page < pages; page++) {
            if (page % atOnce == 0) {
                storage.expect(pages(written, page, (int) Math.min(pages, (long) page + atOnce), at, (int) pageSize));
            }
            long first = page * pageEntries;
            long entries = Math.min(pageEntries, count - first);
            if (isSet(written, page)) {
                addEntries(IndexBlock.page(storage, at, entries * entrySize), first, entries);
            }
            at += entries * entrySize + Lookup3.SIZE;
        }
    }

    /** Where pages stand that were written, the last one of which may be shorter. */
    private List<Span> pages(byte[] written, int from, int to, long address, int size) {
        List<Span> spans = new ArrayList<>();
        for (int page = from; page < to; page++) {
            long at = address + (long) (page - from) * size;
            if (isSet(written, page)) {
                spans.add(new Span(at, (int) Math.max(0, Math.min(size, storage.length() - at))));
            }
        }
        return spans;
    }

    /** HDF5's bitmaps begin with the highest bit of the first byte. */
    static boolean isSet(byte[] bitmap, long bit) {
        return (bitmap[(int) (bit / Byte.SIZE)] & 0x80 >> bit % Byte.SIZE) != 0;
    }

    private void addEntries(IndexBlock block, long first, long entries) {
        for (long i = 0; i < entries; i++) {
            sink.add(first + i, block.bytes(), entrySize);
        }
    }
}
