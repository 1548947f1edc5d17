package io.vtkhdf;

import java.nio.ByteBuffer;

/**
 * The checksum of the first chunk of an object header (version 2; older ones have none). It is verified before the
 * messages are read: one with a changed bit may look like something that is merely not supported.
 *
 * <pre>
 * "OHDR", version, flags, four times of 4 bytes (flag 0x20), two numbers of 2 bytes (flag 0x10)
 * size of the messages, of 1, 2, 4 or 8 bytes (flags 0 and 1); messages; checksum
 * </pre>
 */
final class ReaderHeaderChecksum {

    private static final int SIGNATURE = 'O' | 'H' << 8 | 'D' << 16 | 'R' << 24;
    private static final int FLAGS_AT = 5;
    private static final int TIMES = 0x20;
    private static final int ATTRIBUTE_NUMBERS = 0x10;

    private ReaderHeaderChecksum() {}

    /** @throws io.jhdf.exceptions.HdfException if it does not fit */
    static void verify(JhdfStorage storage, long address) {
        ByteBuffer start = storage.map(address, FLAGS_AT + 1);
        if (start.getInt(0) != SIGNATURE) {
            return;
        }
        int flags = start.get(FLAGS_AT);
        int prefix = FLAGS_AT + 1 + ((flags & TIMES) != 0 ? 16 : 0) + ((flags & ATTRIBUTE_NUMBERS) != 0 ? 4 : 0);
        int width = 1 << (flags & 3);
        long messages = JhdfNumbers.unsigned(storage.map(address + prefix, width), width);
        ReaderIndexBlock.page(storage, address, Math.addExact(messages, prefix + width));
    }
}
