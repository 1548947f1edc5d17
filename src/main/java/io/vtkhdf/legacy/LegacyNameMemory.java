package io.vtkhdf.legacy;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.runtime.MemoryBudget;

/** The memory that the metadata of all arrays of a file may take together, since they are held. Not thread-safe. */
final class LegacyNameMemory {

    private static final long MAX_BYTES = MemoryBudget.METADATA.bytes();

    /** What a string takes beside its characters, about. */
    private static final int NAME_SIZE = 64;

    /** What a note takes beside the key that it names, about. */
    private static final int NOTE_SIZE = 400;

    private long left = MAX_BYTES;

    String takeName(InputPlace place, String name) throws UnsupportedFileException {
        take(place, NAME_SIZE + (long) Character.BYTES * name.length());
        return name;
    }

    String takeKey(InputPlace place, String key) throws UnsupportedFileException {
        take(place, NOTE_SIZE + (long) Character.BYTES * key.length());
        return key;
    }

    private void take(InputPlace place, long bytes) throws UnsupportedFileException {
        left -= bytes;
        if (left < 0) {
            throw place.file()
                    .unsupported(
                            place.array(),
                            "metadata that take more than " + MAX_BYTES + " bytes of memory, with those before",
                            "at most " + MemoryBudget.METADATA.share());
        }
    }
}
