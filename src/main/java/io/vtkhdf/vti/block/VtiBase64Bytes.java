package io.vtkhdf.vti.block;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputText;
import io.vtkhdf.input.TextChunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * Bytes out of base64 text with white space anywhere. Text ahead is decoded before it is asked for, and may be no
 * base64 at all: what is wrong with it counts only when it is reached.
 */
public final class VtiBase64Bytes implements VtiBytes {

    private static final int GROUP = 4;
    private static final int MAX_REFERENCE = "&#x0000000".length();
    private static final int BUFFER_SIZE = 3 * (1 << 12);
    private static final byte[] DIGITS = digits();
    /** Digits, and what they stand for, that the JDK decodes at once, much faster where it uses vector instructions. */
    private static final int RUN_SIZE = 1 << 12;

    private static final int DECODED_RUN_SIZE = RUN_SIZE / GROUP * 3;
    /** So often something may stand between the digits before runs are no longer tried. */
    private static final int MOST_BROKEN_RUNS = 16;

    private final InputText text;
    private final byte[] run = new byte[RUN_SIZE];
    private final byte[] decodedRun = new byte[DECODED_RUN_SIZE];
    private int brokenRuns;
    private byte[] decoded = {};
    private int next;
    private int limit;
    /** The offset in the text where what is decoded begins. */
    private long start;
    /** How many bytes are left out when the next ones are decoded. */
    private int again;

    /** The bytes taken from the current base64 stream. */
    private long taken;

    private boolean padded;
    private CorruptFileException failure;

    public VtiBase64Bytes(InputText text) {
        this.text = text;
    }

    private static byte[] digits() {
        byte[] digits = new byte[256];
        Arrays.fill(digits, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            digits[alphabet.charAt(i)] = (byte) i;
        }
        return digits;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            int count = available(target.remaining());
            target.put(decoded, next, count);
            take(count);
        }
    }

    @Override
    public void skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            int step = available(left);
            take(step);
            left -= step;
        }
    }

    /** How many of the bytes wanted, at least one, are decoded. */
    private int available(long wanted) throws IOException {
        if (next == limit) {
            decode();
        }
        if (next == limit) {
            throw failure != null ? failure : corrupt("padding, the end of base64", wanted + " more bytes");
        }
        return (int) Math.min(wanted, limit - next);
    }

    private void take(int count) {
        next += count;
        taken += count;
    }

    private void decode() throws IOException {
        decoded = decoded.length == 0 ? new byte[BUFFER_SIZE] : decoded;
        start = text.offset();
        next = again;
        again = 0;
        limit = 0;
        while (!padded && failure == null && limit <= BUFFER_SIZE - 3) {
            decodeRuns();
            decodePlainGroups();
            if (limit <= BUFFER_SIZE - 3) {
                decodeGroup();
            }
        }
    }

    private void decodeRuns() {
        while (brokenRuns < MOST_BROKEN_RUNS
                && limit <= BUFFER_SIZE - DECODED_RUN_SIZE
                && text.bufferEnd() - text.bufferStart() >= RUN_SIZE) {
            System.arraycopy(text.buffer(), text.bufferStart(), run, 0, RUN_SIZE);
            if (!isDecoded()) {
                brokenRuns++;
                return;
            }
            System.arraycopy(decodedRun, 0, decoded, limit, DECODED_RUN_SIZE);
            limit += DECODED_RUN_SIZE;
            text.advanceTo(text.bufferStart() + RUN_SIZE);
        }
    }

    /** Whether the run is nothing but digits, which are decoded then. */
    private boolean isDecoded() {
        try {
            return Base64.getDecoder().decode(run, decodedRun) == DECODED_RUN_SIZE;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Groups of four digits with nothing between them. */
    private void decodePlainGroups() {
        byte[] in = text.buffer();
        int i = text.bufferStart();
        int out = limit;
        int last = text.bufferEnd() - GROUP;
        while (i <= last && out <= BUFFER_SIZE - 3) {
            int bits = DIGITS[in[i] & 0xff] << 18
                    | DIGITS[in[i + 1] & 0xff] << 12
                    | DIGITS[in[i + 2] & 0xff] << 6
                    | DIGITS[in[i + 3] & 0xff];
            if (bits < 0) {
                break;
            }
            decoded[out++] = (byte) (bits >> 16);
            decoded[out++] = (byte) (bits >> 8);
            decoded[out++] = (byte) bits;
            i += GROUP;
        }
        limit = out;
        text.advanceTo(i);
    }

    /**
     * One group, whatever stands between its digits; or a failure. At the end of the text, which that of appended data
     * is followed by a tag, the padding may be missing.
     */
    private void decodeGroup() throws IOException {
        int bits = 0;
        int digits = 0;
        int padding = 0;
        while (digits + padding < GROUP) {
            int c = nextCharacter();
            if (c == '=' && digits >= 2) {
                padding++;
            } else if (c != InputText.END && DIGITS[c] >= 0 && padding == 0) {
                bits |= DIGITS[c] << 18 - 6 * digits++;
            } else if (isEnd(c)) {
                failure = text.corrupt(describe(c), "base64");
                break;
            } else if (!InputText.isSpace(c)) {
                failure = text.corrupt(describe(c), "base64");
                return;
            }
        }
        padded = padding > 0;
        for (int i = 0; i < digits * 6 / 8; i++) {
            decoded[limit++] = (byte) (bits >> 16 - 8 * i);
        }
    }

    private static boolean isEnd(int c) {
        return c == InputText.END || c == '<';
    }

    /** The next character, also if it is written as a reference, such as {@code &#10;}. */
    private int nextCharacter() throws IOException {
        int c = text.next();
        if (c != '&') {
            return c;
        }
        StringBuilder reference = new StringBuilder();
        while (c != ';' && c != InputText.END && reference.length() < MAX_REFERENCE) {
            reference.append((char) c);
            c = text.next();
        }
        return TextChunk.character(reference.append(';').toString()).orElse('&');
    }

    @Override
    public void endStream() throws IOException {
        if (taken % 3 != 0 && (!padded || next != limit)) {
            throw corrupt("base64 that runs on", "padding after the block sizes");
        }
        taken = 0;
        passPadding();
    }

    @Override
    public void passPadding() {
        padded &= next != limit;
    }

    @Override
    public Mark mark() {
        if (next < limit) {
            return new Mark(start, next, false);
        }
        return new Mark(text.offset(), again, padded);
    }

    @Override
    public void reset(Mark mark) {
        text.seek(mark.position());
        again = mark.skipped();
        padded = mark.ended();
        next = 0;
        limit = 0;
        failure = null;
    }

    @Override
    public long held() {
        return decoded.length + text.held();
    }

    @Override
    public void rest() {
        if (failure == null) {
            reset(mark());
            decoded = new byte[0];
        }
    }

    @Override
    public long left() {
        return limit - next - again + (text.left() / GROUP + 1) * 3;
    }

    @Override
    public CorruptFileException corrupt(String found, String expected) {
        return text.corrupt(found, expected);
    }

    private static String describe(int c) {
        if (c == InputText.END) {
            return "the end of the text";
        }
        return c > ' ' && c < 0x7f ? "character '" + (char) c + "'" : String.format("byte 0x%02x", c);
    }
}
