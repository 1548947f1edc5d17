package io.vtkhdf.legacy;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputText;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Passes over numbers in a text without reading them, eight bytes at a time where it can. */
final class LegacyNumberSkipper {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long HIGH_BITS = 0x8080808080808080L;
    /** A byte with its high bit set, minus this, keeps it unless it was a space or below. */
    private static final long ABOVE_SPACE = 0x2121212121212121L;

    private final InputPlace place;
    private final InputText text;
    private final long count;
    /** The numbers begun so far. */
    private long begun;

    private boolean within;

    LegacyNumberSkipper(InputPlace place, InputText text, long count) {
        this.place = place;
        this.text = text;
        this.count = count;
    }

    /**
     * Goes to the end of the last number.
     *
     * @throws CorruptFileException if something else begins before, or the text ends
     */
    void skip() throws IOException {
        while (begun < count || within) {
            if (text.next() == InputText.END) {
                end();
                return;
            }
            // There is something in the buffer again: this byte, and what follows it.
            text.advanceTo(skipWords(text.bufferStart() - 1));
            skipBytes();
        }
    }

    private void end() throws CorruptFileException {
        if (begun < count) {
            throw corrupt("the end of the file after " + begun + " values", count + " values");
        }
        within = false;
    }

    /** Passes over groups of eight bytes as long as none of them can hold the last number, or what is none. */
    private int skipWords(int from) {
        byte[] buffer = text.buffer();
        int at = from;
        for (; at + Long.BYTES <= text.bufferEnd() && count - begun > Long.BYTES; at += Long.BYTES) {
            long bytes = (long) LONGS.get(buffer, at);
            long solid = (bytes | HIGH_BITS) - ABOVE_SPACE & HIGH_BITS;
            long starts = solid & ~(solid << Byte.SIZE | (within ? 0x80 : 0));
            // No number begins with a byte from '@' on, but for nan and inf.
            if ((bytes & HIGH_BITS | starts & bytes << 1) != 0) {
                return at;
            }
            begun += Long.bitCount(starts);
            within = solid < 0;
        }
        return at;
    }

    /** Passes over the next eight bytes one by one, or fewer if the numbers or the buffer end. */
    private void skipBytes() throws IOException {
        byte[] buffer = text.buffer();
        int end = Math.min(text.bufferEnd(), text.bufferStart() + Long.BYTES);
        for (int at = text.bufferStart(); at < end; at++) {
            boolean solid = !InputText.isSpace(buffer[at]);
            if (!solid && within && begun == count) {
                within = false;
                text.advanceTo(at);
                return;
            }
            if (solid && !within) {
                text.advanceTo(at);
                begin(buffer[at]);
            }
            within = solid;
        }
        text.advanceTo(end);
    }

    private void begin(byte first) throws CorruptFileException {
        if (first < '+' || first > '9' && "iInN".indexOf(first) < 0) {
            throw corrupt(first > ' ' ? "a word with '" + (char) first + "'" : "a byte that is no text", "a number");
        }
        begun++;
    }

    private CorruptFileException corrupt(String found, String expected) {
        return place.corruptAt(text.position(), found, expected);
    }
}
