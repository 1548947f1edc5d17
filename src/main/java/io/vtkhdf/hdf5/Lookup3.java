package io.vtkhdf.hdf5;

import java.nio.ByteBuffer;

/**
 * The checksum of HDF5's metadata: Bob Jenkins' lookup3 hash {@code hashlittle} with an initial value of 0.
 *
 * @see <a href="https://www.burtleburtle.net/bob/c/lookup3.c">lookup3.c</a>
 */
public final class Lookup3 {

    /** The bytes of a checksum. */
    public static final int SIZE = 4;

    private static final int BLOCK = 12;

    private int a;
    private int b;
    private int c;

    private Lookup3(int length) {
        a = 0xdeadbeef + length;
        b = a;
        c = a;
    }

    public static int of(byte[] bytes, int offset, int length) {
        return new Lookup3(length).hash(bytes, offset, length);
    }

    /**
     * Verifies the checksum in the last bytes of a block.
     *
     * @param block an array's own, whole
     * @throws Malformed if it is another
     */
    public static void verify(ByteBuffer block) {
        int length = block.limit() - SIZE;
        verify(block.getInt(length), of(block.array(), block.arrayOffset(), length));
    }

    /** @throws Malformed if one is not the other */
    public static void verify(int stored, int computed) {
        if (stored != computed) {
            throw new Malformed("Checksum mismatch, possible file corruption. stored checksum = [" + stored
                    + "] != calculated checksum = [" + computed + "]");
        }
    }

    private int hash(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return c;
        }
        int end = offset + length;
        while (end - offset > BLOCK) {
            add(bytes, offset, end);
            mix();
            offset += BLOCK;
        }
        add(bytes, offset, end);
        finish();
        return c;
    }

    private void add(byte[] bytes, int offset, int end) {
        a += word(bytes, offset, end);
        b += word(bytes, offset + 4, end);
        c += word(bytes, offset + 8, end);
    }

    /** Four bytes, little-endian, those past the end as 0. */
    private static int word(byte[] bytes, int offset, int end) {
        int word = 0;
        for (int i = Math.min(3, end - 1 - offset); i >= 0; i--) {
            word = word << 8 | bytes[offset + i] & 0xff;
        }
        return word;
    }

    private void mix() {
        a = a - c ^ Integer.rotateLeft(c, 4);
        c += b;
        b = b - a ^ Integer.rotateLeft(a, 6);
        a += c;
        c = c - b ^ Integer.rotateLeft(b, 8);
        b += a;
        a = a - c ^ Integer.rotateLeft(c, 16);
        c += b;
        b = b - a ^ Integer.rotateLeft(a, 19);
        a += c;
        c = c - b ^ Integer.rotateLeft(b, 4);
        b += a;
    }

    private void finish() {
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        c = (c ^ b) - Integer.rotateLeft(b, 24);
    }
}
