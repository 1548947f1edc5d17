package io.vtkhdf.vti.write;

/**
 * How the values of a {@code .vti} file that is written stand in it.
 *
 * @param level how hard zlib tries, 1 (fast) to 9 (small); 0 for the others
 */
public record VtiForm(Encoding encoding, int level) {

    /** The encodings. */
    public enum Encoding {
        /** The bare bytes, after the XML. */
        RAW,
        /** Blocks deflated by zlib, after the XML. */
        ZLIB,
        /** Blocks of LZ4, after the XML. */
        LZ4,
        /** Decimal numbers, within the XML. */
        ASCII
    }

    public static VtiForm raw() {
        return new VtiForm(Encoding.RAW, 0);
    }

    /** @throws IllegalArgumentException unless {@code level} is 1 to 9 */
    public static VtiForm zlib(int level) {
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("a zlib level is 1 to 9, found " + level);
        }
        return new VtiForm(Encoding.ZLIB, level);
    }

    public static VtiForm lz4() {
        return new VtiForm(Encoding.LZ4, 0);
    }

    public static VtiForm ascii() {
        return new VtiForm(Encoding.ASCII, 0);
    }

    boolean isAscii() {
        return encoding == Encoding.ASCII;
    }

    boolean isCompressed() {
        return encoding == Encoding.ZLIB || encoding == Encoding.LZ4;
    }
}
