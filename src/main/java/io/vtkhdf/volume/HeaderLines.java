package io.vtkhdf.volume;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;
import io.vtkhdf.input.InputText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The lines of a header of text, one after the other, and errors that tell where. */
public final class HeaderLines {

    /** What a header may take at most, such as one that lists 10,000 files. */
    private static final int MAX_BYTES = 4 << 20;

    private final InputFile file;
    private final InputText text;
    private int number;
    private boolean isRead;

    public HeaderLines(InputFile file) {
        this.file = file;
        this.text = new InputText(
                new InputPlace(file, "header"), List.of(new InputRange(0, Math.min(file.size(), MAX_BYTES))));
    }

    public InputFile file() {
        return file;
    }

    /** The next line, without its end, or empty at the end of the file. */
    public Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = text.next();
        isRead = c != InputText.END;
        if (!isRead) {
            requireWhole();
            return Optional.empty();
        }
        number++;
        while (c != '\n' && c != InputText.END) {
            line.write(c);
            c = text.next();
        }
        if (c == InputText.END) {
            requireWhole();
        }
        String decoded = InputText.decode(line.toByteArray());
        return Optional.of(decoded.endsWith("\r") ? decoded.substring(0, decoded.length() - 1) : decoded);
    }

    private void requireWhole() throws UnsupportedFileException {
        if (file.size() > MAX_BYTES) {
            throw file.unsupported(place(), "a header of more than " + MAX_BYTES + " bytes", "at most these");
        }
    }

    /** The position in the file of the first byte of the next line. */
    public long position() {
        return text.position();
    }

    /** The line that was read last, as errors name it. */
    public String place() {
        return isRead ? "line " + number : "after line " + number;
    }

    public CorruptFileException corrupt(String found, String expected) {
        return file.corrupt(place(), found, expected);
    }

    public UnsupportedFileException unsupported(String found, String expected) {
        return file.unsupported(place(), found, expected);
    }

    /** Text of the file, as errors show it. */
    public static String quoted(String text) {
        return "'" + ShownText.of(text, 60) + "'";
    }
}
