package io.vtkhdf.vti.xml;

import io.vtkhdf.input.InputText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out what an XML parser need not see of the values in a file: buffers of nothing but ASCII text, such as
 * numbers and base64, after the end of a tag. So the parser passes over them many times as fast.
 */
final class VtiSkips {

    /** What stays of a buffer, so that what ends in the next one is still seen whole. */
    private static final int KEPT = 4;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x80 * ONES;

    /** What was left out before a character: of the whole file, and of one text, however long that is. */
    private record Skip(long character, long bytes, long lines) {}

    private final List<Skip> skips = new ArrayList<>();
    private boolean isInText;
    /** Whether the text goes on that something was left out of. */
    private boolean isContinued;

    /** Takes what can be left out from the beginning of a buffer, which begins with that character. */
    void skip(ByteBuffer buffer, long character) {
        byte[] bytes = buffer.array();
        int end = buffer.limit() - KEPT & -Long.BYTES;
        if (isInText && end > 0) {
            int lines = linesOfText(bytes, end);
            if (lines >= 0) {
                add(character, end, lines);
                buffer.position(end);
            }
        }
        look(bytes, buffer.position(), buffer.limit());
    }

    /** The number of ends of lines in so many bytes; -1 if they are not all text. */
    private static int linesOfText(byte[] bytes, int end) {
        int lines = 0;
        for (int at = 0; at < end; at += Long.BYTES) {
            long word = (long) WORDS.get(bytes, at);
            if (!isText(word)) {
                long lineEnds = lineEnds(word);
                if (!isText(word | lineEnds >>> 2) && !isSpacedText(word)) {
                    return -1;
                }
                lines += Long.bitCount(lineEnds);
            }
        }
        return lines;
    }

    /** The highest bit of each byte that is the end of a line. */
    private static long lineEnds(long word) {
        long others = word ^ '\n' * ONES;
        return ~((others & ~HIGH_BITS) + ~HIGH_BITS | others) & HIGH_BITS;
    }

    /** Whether eight bytes are ASCII without control characters and markup. */
    private static boolean isText(long word) {
        long found = word
                | word - ' ' * ONES
                | zeros((word | 2 * ONES) ^ '>' * ONES) // < too
                | zeros((word | ONES) ^ '\'' * ONES) // & too
                | zeros(word ^ '"' * ONES)
                | zeros(word ^ ']' * ONES);
        return (found & HIGH_BITS) == 0;
    }

    /** Sets the highest bit of each byte that is 0, and perhaps of those above it; other bits mean nothing. */
    private static long zeros(long word) {
        return word - ONES & ~word;
    }

    /** The same, if it is only that there are also other white space characters. */
    private static boolean isSpacedText(long word) {
        long spaced = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            int c = (int) (word >>> shift) & 0xff;
            spaced |= (long) (InputText.isSpace(c) ? ' ' : c) << shift;
        }
        return isText(spaced);
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
