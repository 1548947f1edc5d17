package io.vtkhdf.legacy;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;
import io.vtkhdf.input.InputText;
import io.vtkhdf.input.TextDecimal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A forward pass over a file, by words, lines and bytes. */
final class LegacyScanner {

    private static final int MAX_LENGTH = 1 << 16;

    private final InputFile file;
    private InputText text;
    private String pushedBack;

    LegacyScanner(InputFile file) {
        this.file = file;
        this.text = textFrom(0);
    }

    private InputText textFrom(long position) {
        return new InputText(new InputPlace(file, "text"), List.of(new InputRange(position, file.size())));
    }

    InputFile file() {
        return file;
    }

    /** The bytes from the current position on, read by whoever asks next. */
    InputText text() {
        return text;
    }

    long position() {
        return text.position();
    }

    long left() {
        return text.left();
    }

    /** The next word; empty at the end of the file. The white space behind it is left. */
    Optional<String> word() throws IOException {
        if (pushedBack != null) {
            String word = pushedBack;
            pushedBack = null;
            return Optional.of(word);
        }
        int c = text.next();
        while (InputText.isSpace(c)) {
            c = text.next();
        }
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        while (c != InputText.END && !InputText.isSpace(c)) {
            add(c, word);
            c = text.next();
        }
        if (c != InputText.END) {
            text.advanceTo(text.bufferStart() - 1);
        }
        return word.size() == 0 ? Optional.empty() : Optional.of(word.toString(StandardCharsets.ISO_8859_1));
    }

    /** Makes {@link #word} return a word that it has just returned once more. */
    void pushBack(String word) {
        pushedBack = word;
    }

    String word(String expected) throws IOException {
        return word().orElseThrow(() -> corrupt("the end of the file", expected));
    }

    /** An integer that is not negative. */
    long size(String what) throws IOException {
        long size = integer(what);
        if (size < 0) {
            throw corrupt("'" + size + "'", what + ", 0 or more");
        }
        return size;
    }

    int int32(String what) throws IOException {
        long value = integer(what);
        if (value != (int) value) {
            throw corrupt("'" + value + "'", what + ", a 32-bit integer");
        }
        return (int) value;
    }

    private long integer(String what) throws IOException {
        String word = word(what);
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw corrupt(quoted(word), what + ", an integer");
        }
    }

    double finite(String what) throws IOException {
        String word = word(what);
        try {
            double value = TextDecimal.parseDouble(word.getBytes(StandardCharsets.ISO_8859_1), 0, word.length());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below, as what is not finite is.
        }
        throw corrupt(quoted(word), what + ", a finite number");
    }

    /** The bytes up to the end of the line, which is passed over; empty at the end of the file. */
    Optional<byte[]> line() throws IOException {
        int c = text.next();
        if (c == InputText.END) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (c != InputText.END && c != '\n') {
            add(c, line);
            c = text.next();
        }
        return Optional.of(withoutReturn(line.toByteArray()));
    }

    /** A line that was cut at its line feed without the carriage return in front of it. */
    static byte[] withoutReturn(byte[] line) {
        boolean hasReturn = line.length > 0 && line[line.length - 1] == '\r';
        return hasReturn ? Arrays.copyOf(line, line.length - 1) : line;
    }

    private void add(int c, ByteArrayOutputStream target) throws CorruptFileException {
        if (target.size() == MAX_LENGTH) {
            throw corrupt("more than " + MAX_LENGTH + " characters", "a shorter word or line");
        }
        target.write(c);
    }

    /** Passes over the rest of the line, however long. */
    void skipLine() throws IOException {
        int c = text.next();
        while (c != InputText.END && c != '\n') {
            c = text.next();
        }
    }

    /** Passes over the rest of the line, in which nothing may stand. */
    void endLine() throws IOException {
        int c = text.next();
        while (c != '\n') {
            if (!InputText.isSpace(c)) {
                throw corrupt(c == InputText.END ? "the end of the file" : "more in the line", "a line break");
            }
            c = text.next();
        }
    }

    /** Passes over bytes, of which no more than {@link #left} may be asked for. */
    void skip(long bytes) {
        if (bytes <= text.bufferEnd() - text.bufferStart()) {
            text.advanceTo(text.bufferStart() + (int) bytes);
        } else {
            text = textFrom(position() + bytes);
        }
    }

    /** An error before the current position. */
    CorruptFileException corrupt(String found, String expected) {
        return file.corrupt("before byte " + position(), found, expected);
    }

    static String quoted(String word) {
        String shown = word.length() <= 40 ? word : word.substring(0, 40) + "…";
        return "'" + shown.replaceAll("[^\\x20-\\x7e…]", "?") + "'";
    }
}
