package io.vtkhdf.legacy;

import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;
import io.vtkhdf.input.InputText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Arrays of strings. In text each string is a line, encoded as names are. In binary each has its length in front, a
 * big-endian number whose two highest bits give its width: 11 for one byte, 10 for two, 01 for four, 00 for eight.
 */
final class LegacyStrings {

    private static final int WIDTH_BITS = 2;

    private LegacyStrings() {}

    static InputRange skip(LegacyScanner scanner, LegacyEncoding encoding, long count) throws IOException {
        scanner.endLine();
        long start = scanner.position();
        for (long i = 0; i < count; i++) {
            if (scanner.left() == 0) {
                throw scanner.corrupt("the end of the file after " + i + " strings", count + " strings");
            }
            if (encoding == LegacyEncoding.ASCII) {
                scanner.skipLine();
            } else {
                long length = length(scanner.text());
                if (length > scanner.left()) {
                    throw scanner.corrupt(
                            "a string of " + length + " bytes", "at most the " + scanner.left() + " left");
                }
                scanner.skip(length);
            }
        }
        return new InputRange(start, scanner.position());
    }

    /** Reads strings that have been passed over before. */
    static List<String> read(InputPlace place, LegacyEncoding encoding, InputRange range) throws IOException {
        InputText text = new InputText(place, List.of(range));
        List<String> strings = new ArrayList<>();
        while (text.left() > 0) {
            strings.add(encoding == LegacyEncoding.ASCII ? line(text) : bytes(text));
        }
        return strings;
    }

    private static String line(InputText text) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = text.next(); c != InputText.END && c != '\n'; c = text.next()) {
            line.write(c);
        }
        return LegacyNames.decode(LegacyScanner.withoutReturn(line.toByteArray()));
    }

    private static String bytes(InputText text) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(length(text))];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.next();
        }
        return InputText.decode(bytes);
    }

    private static long length(InputText text) throws IOException {
        int first = text.next();
        int width = 1 << 3 - (first >> Byte.SIZE - WIDTH_BITS);
        long length = first & 0xff >> WIDTH_BITS;
        for (int i = 1; i < width; i++) {
            int next = text.next();
            if (next == InputText.END) {
                throw text.corrupt("the end of the file", "the length of a string");
            }
            length = length << Byte.SIZE | next;
        }
        return length;
    }
}
