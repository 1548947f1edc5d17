package io.vtkhdf.image;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import java.util.Objects;

/**
 * An array of a file that cannot be read, while others can.
 *
 * @param reason a {@link io.vtkhdf.error.CorruptFileException} if the array is broken, an
 *     {@link io.vtkhdf.error.UnsupportedFileException} if it is beyond this library
 */
public record UnreadableArray(Association association, String name, FileContentException reason) {

    public UnreadableArray {
        Objects.requireNonNull(association, "association");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }

    /** Whether its file is broken there, rather than of a kind that this library does not read. */
    public boolean isBroken() {
        return reason instanceof CorruptFileException;
    }

    /** The reason in one line, which names the file and the array. */
    public String message() {
        return reason.getMessage();
    }

    /** The same as {@link #message()}. */
    @Override
    public String toString() {
        return message();
    }
}
