package io.vtkhdf.legacy;

import io.vtkhdf.input.InputText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Names and strings as VTK's writer encodes them: bytes that could be misread as {@code %} and two hex digits. */
final class LegacyNames {

    private LegacyNames() {}

    /** @param word one character a byte */
    static String decode(String word) {
        return decode(word.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * The text; a {@code %} without two hex digits behind it stands for itself. VTK's writer doubles the {@code %} in
     * names of COLOR_SCALARS.
     */
    static String decode(byte[] encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            int digits = i + (hex(encoded, i + 2) >= 0 && encoded[i + 1] == '%' ? 2 : 1);
            int value = encoded[i] == '%' ? hex(encoded, digits) : -1;
            bytes.write(value < 0 ? encoded[i] : value);
            i = value < 0 ? i : digits + 1;
        }
        return InputText.decode(bytes.toByteArray());
    }

    private static int hex(byte[] text, int at) {
        if (at + 2 > text.length) {
            return -1;
        }
        int high = Character.digit(text[at], 16);
        int low = Character.digit(text[at + 1], 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }
}
