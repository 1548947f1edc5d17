package io.vtkhdf.runtime;

/**
 * How much memory is fair for what: a share of the most that Java's heap may take ({@code -Xmx}), up to a bound above
 * which more is of no use. What a file asks for is held against it before it is allocated. Several of these may be
 * taken at the same time; those that are taken together are far less than the heap.
 *
 * <p>Memory outside the heap counts as well: Java bounds what direct buffers take by the heap's limit.
 */
public enum MemoryBudget {
    /** Buffers that somebody asks for, of one end of a conversion: the other end needs as much. */
    BUFFERS(1, 2),
    /** The same if nobody asks: chunks being encoded. More than this does not keep more processors busy. */
    WRITE_BUFFERS(1, 2, 1L << 30),
    /** The same if nobody asks: slabs being read. Two larger ones are not faster than two of these. */
    READ_BUFFERS(1, 4, 512L << 20),
    /** What a file's structure says, or its field arrays together: it is held as long as the file is open. */
    STRUCTURE(1, 4),
    /** Field arrays of text formats, together: their text and their values are there at the same time. */
    FIELDS_OF_TEXT(1, 4, 64L << 20),
    /** What the XML elements or the metadata of a source take, which are small unless a file is made to be large. */
    METADATA(1, 2),
    /** The dictionary of an .xz stream; the ninth level of liblzma takes 64 MiB. */
    DICTIONARY(1, 2, 128L << 20),
    /** What streams keep between the slabs that are read from them. */
    STREAMS(1, 8, 256L << 20),
    /** A chunk that must be decoded as a whole: one that is larger could be read by nobody. */
    CHUNK(3, 4),
    /** The same if it is held twice while it is decoded. */
    UNPACKED_CHUNK(3, 8),
    /** A chunk being encoded: it is held as it is and encoded, and an eighth of the heap is left to others. */
    ENCODED_CHUNK(7, 16),
    /** The chunks that threads are at together, each with one of its own. */
    CHUNKS_AT_WORK(1, 4),
    /** The decoded chunks of an open file that somebody may want again: many files may be open. */
    DECODED_CHUNKS(1, 16, 64L << 20),
    /** A chunk in its stored form: larger ones are read piece by piece. */
    STORED_CHUNK(1, 16, 16L << 20),
    /** What has been fetched of a remote file and its parts, and waits to be made use of: all of it together. */
    FETCHED(1, 8, 64L << 20),
    /** The same of what is asked for at a time: there is more than one. */
    FETCHED_BATCH(1, 32, 16L << 20),
    /** A page of a stack of pictures, which is decoded whole, and perhaps held twice meanwhile. */
    PAGE(3, 8),
    /** Rows of a slice that become a picture. */
    PICTURE(1, 8, 64L << 20),
    /** Planes of values that somebody may look at again. */
    PLANES(1, 8, 256L << 20),
    /** The values that a picture shows, together; more of them are read as they are drawn. */
    HELD_PICTURE(3, 8, 256L << 20),
    /** What is counted of values: in arrays so small that Java moves them, and so keeps room for chunks. */
    STATISTICS(1, 256, 2L << 20);

    private final int numerator;
    private final int denominator;
    private final long bound;

    MemoryBudget(int numerator, int denominator) {
        this(numerator, denominator, Long.MAX_VALUE);
    }

    MemoryBudget(int numerator, int denominator, long bound) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.bound = bound;
    }

    /** The most that Java's heap may take. */
    public static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    /** The most that is fair, in bytes. */
    public long bytes() {
        return Math.min(heap() / denominator * numerator, bound);
    }

    /** As much of what is wanted as is fair. */
    public long atMost(long wanted) {
        return Math.min(wanted, bytes());
    }

    /** Such as {@code three quarters of Java's heap (-Xmx)}. */
    public String share() {
        String part =
                switch (denominator) {
                    case 2 -> "half";
                    case 8 -> numerator == 1 ? "an eighth" : "three eighths";
                    case 4 -> numerator == 1 ? "a quarter" : "three quarters";
                    default -> "a part";
                };
        return part + " of Java's heap (-Xmx)";
    }
}
