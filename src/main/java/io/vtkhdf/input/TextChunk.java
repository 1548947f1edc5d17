package io.vtkhdf.input;

import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of the text of an array that holds whole numbers, and what they are. */
public final class TextChunk {

    /** Of {@link #values}. */
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private static final int MAX_TOKEN = 1024;
    private static final int SHOWN = 40;
    private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));");

    private final byte[] bytes;
    private byte[] text;
    private int length;
    private long position;
    private long offset;
    private ByteBuffer values = ByteBuffer.allocate(0);
    private String problem;

    TextChunk(int capacity) {
        bytes = new byte[capacity];
    }

    /**
     * Takes text up to the last white space that there is room for.
     *
     * @return what stands after that, to be given to the next chunk; null if the text had ended
     */
    byte[] fill(InputText source, byte[] before) throws IOException {
        System.arraycopy(before, 0, bytes, 0, before.length);
        position = source.position() - before.length;
        offset = source.offset() - before.length;
        length = before.length;
        text = bytes;
        for (int count = 0; length < bytes.length && count >= 0; length += Math.max(count, 0)) {
            count = source.next(bytes, length, bytes.length - length);
        }
        if (length < bytes.length) {
            return null;
        }
        int end = length;
        while (end > 0 && !InputText.isSpace(bytes[end - 1])) {
            end--;
        }
        if (length - end > MAX_TOKEN) {
            // Too long for a number, which parsing will find.
            end = length;
        }
        byte[] after = Arrays.copyOfRange(bytes, end, length);
        length = end;
        return after;
    }

    /** Makes {@link #values} of the text, up to what is no number, which is then the {@link #problem}. */
    TextChunk parse(ScalarType type) {
        int most = (length + 1) / 2 * type.size();
        values = (values.capacity() < most ? ByteBuffer.allocate(most) : values)
                .clear()
                .order(ORDER);
        problem = null;
        try {
            parseAll(type);
        } catch (NumberFormatException e) {
            if (replaceReferences()) {
                return parse(type);
            }
            problem = e.getMessage();
        }
        values.flip();
        return this;
    }

    private void parseAll(ScalarType type) {
        int at = 0;
        while (true) {
            while (at < length && InputText.isSpace(text[at])) {
                at++;
            }
            if (at == length) {
                return;
            }
            int start = at;
            while (at < length && !InputText.isSpace(text[at])) {
                at++;
            }
            parse(type, start, at - start);
        }
    }

    private void parse(ScalarType type, int start, int size) {
        if (size > MAX_TOKEN) {
            throw new NumberFormatException(
                    "found a word of more than " + MAX_TOKEN + " characters, expected a number");
        }
        try {
            switch (type) {
                case FLOAT32 -> values.putFloat(TextDecimal.parseFloat(text, start, size));
                case FLOAT64 -> values.putDouble(TextDecimal.parseDouble(text, start, size));
                case INT8, UINT8 -> values.put((byte) TextInteger.parse(text, start, size, type));
                case INT16, UINT16 -> values.putShort((short) TextInteger.parse(text, start, size, type));
                case INT32, UINT32 -> values.putInt((int) TextInteger.parse(text, start, size, type));
                case INT64, UINT64 -> values.putLong(TextInteger.parse(text, start, size, type));
            }
        } catch (NumberFormatException e) {
            String shown = new String(text, start, Math.min(size, SHOWN), StandardCharsets.ISO_8859_1);
            throw new NumberFormatException(
                    "found '" + shown + (size > SHOWN ? "…" : "") + "', expected a value of type " + type.vtkName());
        }
    }

    /** Replaces what XML calls character references, such as {@code &#10;}; false if there are none. */
    private boolean replaceReferences() {
        String original = new String(text, 0, length, StandardCharsets.ISO_8859_1);
        String replaced = REFERENCE.matcher(original).replaceAll(match -> {
            int c = character(match.group()).orElse('?');
            // A backslash or dollar is no part of a number, but of what replaces it.
            return c == '\\' || c == '$' ? "?" : String.valueOf((char) c);
        });
        if (replaced.equals(original)) {
            return false;
        }
        text = replaced.getBytes(StandardCharsets.ISO_8859_1);
        length = text.length;
        return true;
    }

    /** The ASCII character that a reference stands for. */
    public static OptionalInt character(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        boolean isHexadecimal = matcher.group(1) != null;
        int c = Integer.parseInt(matcher.group(isHexadecimal ? 1 : 2), isHexadecimal ? 16 : 10);
        return c < 0x80 ? OptionalInt.of(c) : OptionalInt.empty();
    }

    /** What has been parsed; whoever takes of it advances the position. */
    public ByteBuffer values() {
        return values;
    }

    /** What stands after the values: what was found, and expected; null if it is the end. */
    public String problem() {
        return problem;
    }

    /** Where in the file the text begins. */
    long position() {
        return position;
    }

    /** How many bytes of text come before this one. */
    long offset() {
        return offset;
    }
}
