package io.vtkhdf.volume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * What stands around the compressed bytes of a member of gzip (RFC 1952).
 *
 * <pre>
 * 1f 8b 08 flags time[4] extra-flags system
 * [length[2] bytes]  [name 00]  [comment 00]  [checksum[2]]      if flags has the bit 4, 8, 16, 2
 * compressed bytes
 * CRC-32[4] length[4]                                            of what they decode to, little-endian
 * </pre>
 */
final class GzipMember {

    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;
    private static final int DEFLATE = 8;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final CRC32 checksum = new CRC32();
    private long length;

    private GzipMember() {}

    static boolean isNext(DeflateInput input) throws IOException {
        return input.peek(0) == MAGIC_1 && input.peek(1) == MAGIC_2;
    }

    /** Passes over what stands in front; null if it is no gzip. */
    static GzipMember begin(DeflateInput input) throws IOException {
        if (!isNext(input)) {
            return null;
        }
        skip(input, 2);
        int method = input.next();
        if (method != DEFLATE) {
            throw input.corrupt("gzip's method " + method, DEFLATE + ", deflate");
        }
        int flags = input.next();
        skip(input, 6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(input, input.next() | input.next() << Byte.SIZE);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText(input);
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText(input);
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            skip(input, 2);
        }
        return new GzipMember();
    }

    private static void skip(DeflateInput input, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            input.next();
        }
    }

    private static void skipText(DeflateInput input) throws IOException {
        while (input.next() != 0) {
            // on
        }
    }

    void decoded(ByteBuffer bytes) {
        length += bytes.remaining();
        checksum.update(bytes);
    }

    /** Compares what was decoded with what stands behind. */
    void end(DeflateInput input) throws IOException {
        long stored = word(input);
        if (stored != checksum.getValue()) {
            throw input.corrupt(
                    String.format("the checksum %08x", checksum.getValue()),
                    String.format("%08x, as gzip says", stored));
        }
        long size = word(input);
        if (size != (length & 0xffff_ffffL)) {
            throw input.corrupt(length + " bytes in gzip", size + " bytes, modulo 2^32, as gzip says");
        }
    }

    private static long word(DeflateInput input) throws IOException {
        long word = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            word |= (long) input.next() << i * Byte.SIZE;
        }
        return word;
    }
}
