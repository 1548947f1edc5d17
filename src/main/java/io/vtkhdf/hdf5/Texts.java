package io.vtkhdf.hdf5;

import io.vtkhdf.error.ShownText;
import java.nio.charset.StandardCharsets;

/** What HDF5 can hold as text. */
public final class Texts {

    private Texts() {}

    /** Whether the text is UTF-8 when encoded, and does not end before its end for those who look for a NUL. */
    public static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /**
     * @param what whose text it is, for the message
     * @throws IllegalArgumentException if HDF5 cannot hold it
     */
    public static void requireStorable(String what, String text) {
        if (!isStorable(text)) {
            throw new IllegalArgumentException(
                    what + ": found a NUL or half a surrogate pair in " + ShownText.quoted(text));
        }
    }
}
