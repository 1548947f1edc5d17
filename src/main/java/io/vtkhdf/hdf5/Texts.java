package io.vtkhdf.hdf5;

import io.vtkhdf.error.ShownText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What HDF5 can hold as text, and the text that it holds. */
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

    /**
     * Text up to the first NUL, or else to the limit. What is valid UTF-8 is read as such whatever the file says,
     * because programs seldom say so, and VTK accepts nothing but "ASCII"; anything else is Latin-1.
     */
    public static String decode(ByteBuffer bytes, int offset) {
        int end = offset;
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - offset];
        bytes.get(offset, text);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(text, StandardCharsets.ISO_8859_1);
        }
    }

    /** As {@link #decode(ByteBuffer, int)} from the beginning. */
    public static String decode(byte[] bytes) {
        return decode(ByteBuffer.wrap(bytes), 0);
    }
}
