package io.vtkhdf.input;

import io.vtkhdf.CorruptFileException;
import io.vtkhdf.ScalarType;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The numbers of a text, between white space, one at a time. */
public final class TextTokens {

    private static final int MAX_LENGTH = 1024;
    /** So many digits, and a sign, fit a long whatever they are. */
    private static final int SAFE_LENGTH = 18;

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
    long integer(ScalarType type) throws CorruptFileException {
        int bits = type.size() * Byte.SIZE;
        if (length > SAFE_LENGTH) {
            return longInteger(type, bits);
        }
        boolean negative = token[0] == '-';
        int i = negative || token[0] == '+' ? 1 : 0;
        if (i == length) {
            throw notA(type);
        }
        long magnitude = 0;
        for (; i < length; i++) {
            int digit = token[i] - '0';
            if (digit < 0 || digit > 9) {
                throw notA(type);
            }
            magnitude = 10 * magnitude + digit;
        }
        long value = negative ? -magnitude : magnitude;
        // What is left above the type's bits must be all sign, or all zero.
        long above = value >> (type.isSigned() ? bits - 1 : Math.min(bits, Long.SIZE - 1));
        if (above != 0 && !(type.isSigned() && above == -1)) {
            throw notA(type);
        }
        return value;
    }

    private long longInteger(ScalarType type, int bits) throws CorruptFileException {
        try {
            BigInteger value = new BigInteger(string());
            boolean fits =
                    type.isSigned() ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
            if (fits) {
                return value.longValue();
            }
        } catch (NumberFormatException e) {
            // Reported below, as a number out of range is.
        }
        throw notA(type);
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
            return TextDecimal.parseFloat(token, length);
        } catch (NumberFormatException e) {
            throw notA(ScalarType.FLOAT32);
        }
    }

    double float64() throws CorruptFileException {
        try {
            return TextDecimal.parseDouble(token, length);
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
