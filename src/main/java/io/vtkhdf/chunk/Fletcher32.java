package io.vtkhdf.chunk;

/**
 * HDF5's variant of the Fletcher-32 checksum: over 16-bit words, high byte first, an odd last byte as the high byte of
 * a word.
 *
 * @see <a href="https://github.com/HDFGroup/hdf5/blob/develop/src/H5checksum.c">H5_checksum_fletcher32</a>
 */
public final class Fletcher32 {

    /** So many words can be summed in a long before the sums must be folded. */
    private static final int WORDS_PER_FOLD = 1 << 20;

    private Fletcher32() {}

    public static int of(byte[] bytes, int length) {
        long sum1 = 0;
        long sum2 = 0;
        int words = length / 2;
        for (int word = 0; word < words; ) {
            int end = Math.min(words, word + WORDS_PER_FOLD);
            for (; word < end; word++) {
                sum1 += (bytes[2 * word] & 0xff) << 8 | bytes[2 * word + 1] & 0xff;
                sum2 += sum1;
            }
            sum1 = fold(sum1);
            sum2 = fold(sum2);
        }
        if (length % 2 == 1) {
            sum1 = fold(sum1 + ((bytes[length - 1] & 0xff) << 8));
            sum2 = fold(sum2 + sum1);
        }
        return (int) (sum2 << 16 | sum1);
    }

    /** The sum in one's complement arithmetic of 16 bits: 0 only for 0. */
    private static long fold(long sum) {
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }
}
