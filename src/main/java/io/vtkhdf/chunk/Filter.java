package io.vtkhdf.chunk;

import java.util.Optional;

/**
 * One stage of a chunk's way into the file (specification IV.A.2.l).
 *
 * @param id the registered number of the filter
 * @param optional whether a chunk may be stored without it
 * @param parameters its client data
 */
public record Filter(int id, boolean optional, int... parameters) {

    public static final int DEFLATE = 1;
    public static final int SHUFFLE = 2;
    public static final int FLETCHER32 = 3;
    static final int NBIT = 5;
    static final int SCALEOFFSET = 6;
    static final int LZF = 32000;

    /** Deflate; {@code level} 1 to 9. */
    public static Filter deflate(int level) {
        return new Filter(DEFLATE, true, level);
    }

    public static Filter shuffle(int elementSize) {
        return new Filter(SHUFFLE, true, elementSize);
    }

    public static Filter fletcher32() {
        return new Filter(FLETCHER32, false);
    }

    /** What people call it. */
    public String name() {
        return name(id).orElseGet(() -> Integer.toString(id));
    }

    /** What people call a filter; empty if it is not one of those that come with HDF5 or h5py. */
    public static Optional<String> name(int id) {
        return switch (id) {
            case DEFLATE -> Optional.of("deflate");
            case SHUFFLE -> Optional.of("shuffle");
            case FLETCHER32 -> Optional.of("fletcher32");
            case 4 -> Optional.of("szip");
            case NBIT -> Optional.of("nbit");
            case SCALEOFFSET -> Optional.of("scaleoffset");
            case LZF -> Optional.of("lzf");
            default -> Optional.empty();
        };
    }

    /** Whether {@link ChunkDecoder} undoes it. */
    public static boolean isKnown(int id) {
        return id == SHUFFLE || id == FLETCHER32 || isPacker(id);
    }

    /** Whether {@link ChunkDecoder} undoes it, and it makes chunks smaller; such are undone once. */
    public static boolean isPacker(int id) {
        return id == DEFLATE || id == NBIT || id == SCALEOFFSET || id == LZF;
    }
}
