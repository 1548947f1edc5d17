package io.vtkhdf.chunk;

/**
 * Undoes h5py's filter lzf, which is LibLZF's format.
 *
 * <pre>
 * 000nnnnn                    n + 1 bytes follow as they are
 * nnnooooo oooooooo           n + 2 bytes, n 1 to 6, are those from o + 1 bytes ago on
 * 111ooooo nnnnnnnn oooooooo  n + 9 bytes are those from o + 1 bytes ago on
 * </pre>
 *
 * @see <a href="http://oldhome.schmorp.de/marc/liblzf.html">LibLZF</a>
 */
final class Lzf implements Unpacker {

    private static final int MOST_LITERALS = 32;
    private static final int LONG_MATCH = 7;

    @Override
    public int unpack(byte[] packed, int length, byte[] plain, int most) throws ChunkFormatException {
        int from = 0;
        int to = 0;
        while (from < length) {
            int control = packed[from++] & 0xff;
            if (control < MOST_LITERALS) {
                int count = control + 1;
                requireInput(count <= length - from);
                requireRoom(count, to, most);
                System.arraycopy(packed, from, plain, to, count);
                from += count;
                to += count;
                continue;
            }
            int count = control >> 5;
            requireInput(from < length - (count == LONG_MATCH ? 1 : 0));
            count += 2 + (count == LONG_MATCH ? packed[from++] & 0xff : 0);
            int distance = ((control & 0x1f) << 8 | packed[from++] & 0xff) + 1;
            requireRoom(count, to, most);
            if (distance > to) {
                throw new ChunkFormatException(
                        "LZF data that repeat what was " + distance + " bytes ago", "at most " + to + ", all so far");
            }
            for (int end = to + count; to < end; to++) {
                plain[to] = plain[to - distance];
            }
        }
        return to;
    }

    private static void requireInput(boolean isThere) throws ChunkFormatException {
        if (!isThere) {
            throw new ChunkFormatException("LZF data that end within a run", "whole runs");
        }
    }

    private static void requireRoom(int count, int used, int most) throws ChunkFormatException {
        if (count > most - used) {
            throw new ChunkFormatException("LZF data of more than " + most + " bytes", "at most that");
        }
    }
}
