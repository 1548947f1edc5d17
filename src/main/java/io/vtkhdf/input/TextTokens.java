package io.vtkhdf.input;

import io.vtkhdf.CorruptFileException;
import io.vtkhdf.ScalarType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The numbers of a text, between white space, one at a time. */
public final class TextTokens {

    private static final int MAX_LENGTH = 1024;

    private final InputText text;
    private final byte[] token = new byte[MAX_LENGTH];
    private int length;
    /** The number of tokens so far. */
    private long count;

    public TextTokens(InputText text) {
        this.text = text;
    }

    /** Goes to the next token; false if there is none. */
    public boolean next() throws IOException {
        int c = text.next();
        while (InputText.isSpace(c)) {
            c = text.next();
        }
        length = 0;
        while (c != InputText.END && !InputText.isSpace(c)) {
            if (length == MAX_LENGTH) {
                throw corrupt("a word of more than " + MAX_LENGTH + " characters", "a number");
            }
            token[length++] = (byte) c;
            c = text.next();
        }
        if (length == 0) {
            return false;
        }
        count++;
        return true;
    }

    /** The token as an integer, in the low bits. */
    public long integer(ScalarType type) throws CorruptFileException {
        try {
            return TextInteger.parse(token, 0, length, type);
        } catch (NumberFormatException e) {
            throw notA(type);
        }
    }

    /** The token as a byte of a string, which may be written as signed or unsigned. */
    public int character() throws CorruptFileException {
        long value = integer(ScalarType.INT16);
        if (value < Byte.MIN_VALUE || value > 0xff) {
            throw notA(ScalarType.INT8);
        }
        return (int) value;
    }

    float float32() throws CorruptFileException {
        try {
            return TextDecimal.parseFloat(token, 0, length);
        } catch (NumberFormatException e) {
            throw notA(ScalarType.FLOAT32);
        }
    }

    double float64() throws CorruptFileException {
        try {
            return TextDecimal.parseDouble(token, 0, length);
        } catch (NumberFormatException e) {
            throw notA(ScalarType.FLOAT64);
        }
    }

    private String string() {
        return new String(token, 0, length, StandardCharsets.ISO_8859_1);
    }

    private CorruptFileException notA(ScalarType type) {
        String shown = length <= 40 ? string() : string().substring(0, 40) + "…";
        return corruptValue(count - 1, "'" + shown + "'", "a value of type " + type.vtkName());
    }

    /** An error about the value with the given index. */
    public CorruptFileException corruptValue(long index, String found, String expected) {
        InputPlace place = text.place();
        return place.file()
                .corrupt(place.array() + ", value " + index + ", before byte " + text.position(), found, expected);
    }

    private CorruptFileException corrupt(String found, String expected) {
        return corruptValue(count, found, expected);
    }

    public static String describe(int c) {
        if (c == InputText.END) {
            return "the end of the text";
        }
        return c > ' ' && c < 0x7f ? "character '" + (char) c + "'" : String.format("byte 0x%02x", c);
    }
}
