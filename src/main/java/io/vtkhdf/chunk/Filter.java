package io.vtkhdf.chunk;

/**
 * One stage of a chunk's way into the file (specification IV.A.2.l).
 *
 * @param id the registered number of the filter
 * @param optional whether a chunk may be stored without it
 * @param parameters its client data
 */
public record Filter(int id, boolean optional, int... parameters) {

    /** Deflate; {@code level} 1 to 9. */
    public static Filter deflate(int level) {
        return new Filter(1, true, level);
    }

    public static Filter shuffle(int elementSize) {
        return new Filter(2, true, elementSize);
    }

    public static Filter fletcher32() {
        return new Filter(3, false);
    }
}
