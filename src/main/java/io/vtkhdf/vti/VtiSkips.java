package io.vtkhdf.vti;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Leaves out what an XML parser need not see of the values in a file: buffers of nothing but digits, base64 and white
 * space after the end of a tag. So the parser passes over them several times as fast.
 */
final class VtiSkips {

    /** What stays of a buffer, so that what ends in the next one is still seen whole. */
    private static final int KEPT = 4;

    private static final int MARKUP = 1;
    private static final int LINE_END = 2;
    private static final byte[] KINDS = kinds();

    /** What was left out before a character: of the whole file, and of one text, however long that is. */
    private record Skip(long character, long bytes, long lines) {}

    private final List<Skip> skips = new ArrayList<>();
    private boolean isInText;
    /** Whether the text goes on that something was left out of. */
    private boolean isContinued;

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, (byte) MARKUP);
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=.- \t\r"
                .chars()
                .forEach(c -> kinds[c] = 0);
        kinds['\n'] = LINE_END;
        return kinds;
    }

    /** Takes what can be left out from the beginning of a buffer, which begins with that character. */
    void skip(ByteBuffer buffer, long character) {
        byte[] bytes = buffer.array();
        int end = buffer.limit() - KEPT;
        if (isInText && end > KEPT) {
            int kinds = 0;
            long lines = 0;
            for (int i = 0; i < end; i++) {
                int kind = KINDS[bytes[i] & 0xff];
                kinds |= kind;
                lines += kind >>> 1;
            }
            if ((kinds & MARKUP) == 0) {
                add(character, end, lines);
                buffer.position(end);
            }
        }
        look(bytes, buffer.position(), buffer.limit());
    }

    private void add(long character, long bytes, long lines) {
        Skip last = skips.isEmpty() ? new Skip(0, 0, 0) : skips.get(skips.size() - 1);
        Skip next = new Skip(isContinued ? last.character : character, last.bytes + bytes, last.lines + lines);
        if (isContinued) {
            skips.set(skips.size() - 1, next);
        } else {
            skips.add(next);
        }
        isContinued = true;
    }

    /** Finds out whether what is given to the parser ends in text. */
    private void look(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '<' || bytes[i] == '>') {
                isInText = bytes[i] == '>';
                isContinued = false;
                return;
            }
        }
    }

    /** How many bytes were left out before a character. */
    long bytesBefore(long character) {
        return before(character).bytes;
    }

    /** How many ends of lines were left out before a character. */
    long linesBefore(long character) {
        return before(character).lines;
    }

    private Skip before(long character) {
        for (int i = skips.size() - 1; i >= 0; i--) {
            if (skips.get(i).character <= character) {
                return skips.get(i);
            }
        }
        return new Skip(0, 0, 0);
    }
}
