package io.vtkhdf.input;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.runtime.MemoryBudget;

/** The memory that all field arrays of a source may take together, since they are held. Not thread-safe. */
public final class FieldBudget {

    public static final int MAX_BYTES = (int) MemoryBudget.FIELDS_OF_TEXT.bytes();

    /** What a string takes beside its characters, about. */
    private static final int STRING_SIZE = 48;

    private long left = MAX_BYTES;

    /** @throws UnsupportedFileException if there is not so much left; nothing is taken then */
    public void takeNumbers(InputPlace place, long tuples, long tupleSize) throws UnsupportedFileException {
        if (tuples > left / tupleSize) {
            throw exceeded(place, tuples + " tuples of " + tupleSize + " bytes");
        }
        left -= tuples * tupleSize;
    }

    /** @throws UnsupportedFileException if there is not so much left; nothing is taken then */
    public void takeStrings(InputPlace place, long count, long bytes) throws UnsupportedFileException {
        if (count > left / STRING_SIZE || bytes > left - count * STRING_SIZE) {
            throw exceeded(place, count + " strings of " + bytes + " bytes");
        }
        left -= count * STRING_SIZE + bytes;
    }

    private UnsupportedFileException exceeded(InputPlace place, String found) {
        return place.file()
                .unsupported(
                        place.array(),
                        found,
                        "field arrays that take at most " + MAX_BYTES + " bytes together, of which " + left
                                + " are left");
    }
}
