package io.vtkhdf.hdf5.write;

import io.vtkhdf.hdf5.ByteWriter;
import java.io.IOException;

/**
 * The index of a dataset's chunks (specification III.C, "Fixed Array"): an entry a chunk, in row-major order, in pages
 * if they are more than a page holds.
 *
 * <pre>
 * header:     "FAHD", u8 version 0, u8 client: 0 chunks, 1 chunks with filters
 *             u8 size of an entry, u8 page bits, u64 number of entries, u64 address of the data block, u32 checksum
 * data block: "FADB", u8 version 0, u8 client, u64 address of the header
 *             unpaged: the entries, u32 checksum
 *             paged:   a bit for each page, most significant first: 1; u32 checksum;
 *                      then each page: its entries, u32 checksum
 * entry:      u64 address of the chunk; with filters also: its size in the file, u32 filters left out: 0
 * </pre>
 */
final class FixedArray {

    /** A page holds 2^10 entries, libhdf5's own choice. */
    static final int PAGE_BITS = 10;

    private static final int PAGE = 1 << PAGE_BITS;

    private final ChunkPlaces places;
    private final int sizeWidth;

    /** @param sizeWidth the bytes that a chunk's size takes in an entry; 0 if there are no filters */
    FixedArray(ChunkPlaces places, int sizeWidth) {
        this.places = places;
        this.sizeWidth = sizeWidth;
    }

    /**
     * The bytes that the size of a filtered chunk takes: as libhdf5 reckons, one more than the unfiltered size needs.
     */
    static int sizeWidth(long chunkBytes) {
        int log2 = Long.SIZE - 1 - Long.numberOfLeadingZeros(chunkBytes);
        return Math.min(1 + (log2 + 8) / 8, Long.BYTES);
    }

    /** Writes data block and header and returns the header's address. */
    long write(ByteWriter out) throws IOException {
        long header = out.align();
        int headerSize = 4 + 4 + 8 + 8 + 4;
        long dataBlock = header + headerSize + (-headerSize & 7);
        out.ascii("FAHD")
                .u8(0)
                .u8(client())
                .u8(entrySize())
                .u8(PAGE_BITS)
                .u64(places.count())
                .u64(dataBlock)
                .checksumFrom(header);
        writeDataBlock(out, header);
        return header;
    }

    /** An upper bound of the bytes that so many entries take. */
    static long mostBytes(int entries) {
        return 128 + 21L * entries;
    }

    private int client() {
        return sizeWidth == 0 ? 0 : 1;
    }

    private int entrySize() {
        return sizeWidth == 0 ? Long.BYTES : Long.BYTES + sizeWidth + Integer.BYTES;
    }

    private void writeDataBlock(ByteWriter out, long header) throws IOException {
        long start = out.align();
        out.ascii("FADB").u8(0).u8(client()).u64(header);
        if (places.count() <= PAGE) {
            writeEntries(out, 0, places.count());
            out.checksumFrom(start);
            return;
        }
        int pages = (places.count() - 1) / PAGE + 1;
        for (int page = 0; page < pages; page += 8) {
            int present = Math.min(8, pages - page);
            out.u8(0xff00 >> present & 0xff);
        }
        out.checksumFrom(start);
        for (int page = 0; page < pages; page++) {
            long pageStart = out.position();
            writeEntries(out, page * PAGE, (int) Math.min((page + 1L) * PAGE, places.count()));
            out.checksumFrom(pageStart).endObject();
        }
    }

    private void writeEntries(ByteWriter out, int from, int to) {
        for (int chunk = from; chunk < to; chunk++) {
            out.u64(places.address(chunk));
            if (sizeWidth > 0) {
                out.unsigned(places.size(chunk), sizeWidth).u32(0);
            }
        }
    }
}
