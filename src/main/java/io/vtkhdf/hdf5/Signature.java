package io.vtkhdf.hdf5;

import io.vtkhdf.bytes.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;

/** The bytes that every superblock starts with: section II.A. */
public final class Signature {

    public static final byte[] BYTES = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    public static final int SUPERBLOCK_SIZE = 48;

    /** A superblock lies at 0 or, behind a user block, at 512 or a doubling of it. */
    private static final int SMALLEST_USER_BLOCK = 512;

    private Signature() {}

    /** What a file without a user block begins with. */
    public static byte[] bytes() {
        return BYTES.clone();
    }

    /** The position of a file's superblock; empty if the file is not HDF5. */
    public static OptionalLong find(ByteSource file) throws IOException {
        long last = file.length() - BYTES.length;
        for (long at = 0; at >= 0 && at <= last; at = at == 0 ? SMALLEST_USER_BLOCK : 2 * at) {
            if (isAt(at, file)) {
                return OptionalLong.of(at);
            }
        }
        return OptionalLong.empty();
    }

    /** Whether a file ends, or is empty, before it has a superblock, but for the signature or its beginning. */
    public static boolean isAlone(ByteSource file) throws IOException {
        byte[] head = head(file);
        int signature = Math.min(head.length, BYTES.length);
        return Arrays.equals(head, 0, signature, BYTES, 0, signature)
                && (head.length < SUPERBLOCK_SIZE || Arrays.equals(Arrays.copyOf(BYTES, SUPERBLOCK_SIZE), head));
    }

    private static byte[] head(ByteSource file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(SUPERBLOCK_SIZE, file.length()));
        file.read(0, head);
        return head.array();
    }

    private static boolean isAt(long position, ByteSource file) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(BYTES.length);
        file.read(position, found);
        return Arrays.equals(found.array(), BYTES);
    }
}
