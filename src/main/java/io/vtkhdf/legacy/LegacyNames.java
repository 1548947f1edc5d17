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
     * The text as VTK decodes it: a {@code %} takes the two characters behind it; if only the first is a hex digit, the
     * second is lost, and if that is none either, or the byte is 0, the text ends. Without two characters behind it the
     * {@code %} itself is lost. VTK up to 9.1 doubles the {@code %} in names of COLOR_SCALARS, which it does not
     * decode. What would be empty stays as it is.
     */
    static String decode(byte[] encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length);
        boolean isEnded = false;
        for (int i = 0; i < encoded.length && !isEnded; i++) {
            if (encoded[i] != '%') {
                bytes.write(encoded[i]);
            } else if (i + 2 < encoded.length) {
                int digits = i + (isDoubled(encoded, i) ? 2 : 1);
                int value = hex(encoded, digits);
                isEnded = value == 0;
                i = digits + 1;
                if (!isEnded) {
                    bytes.write(value);
                }
            }
        }
        return InputText.decode(bytes.size() == 0 ? encoded : bytes.toByteArray());
    }

    private static boolean isDoubled(byte[] text, int at) {
        return text[at + 1] == '%' && at + 3 < text.length && digit(text, at + 2) >= 0 && digit(text, at + 3) >= 0;
    }

    /** Of as many hex digits as there are, up to two; 0 if there is none. */
    private static int hex(byte[] text, int at) {
        int high = Math.max(0, digit(text, at));
        int low = digit(text, at + 1);
        return digit(text, at) < 0 || low < 0 ? high : 16 * high + low;
    }

    private static int digit(byte[] text, int at) {
        return Character.digit(text[at], 16);
    }
}
