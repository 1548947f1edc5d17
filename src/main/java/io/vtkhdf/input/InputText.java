package io.vtkhdf.input;

import io.vtkhdf.error.CorruptFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of an array, byte by byte, across what interrupts it. */
public final class InputText {

    public static final int END = -1;

    private static final int BUFFER_SIZE = 1 << 15;

    private final InputPlace place;
    private final List<InputRange> ranges;
    private final long length;
    private byte[] buffer = {};
    private int next;
    private int limit;
    /** The position in the file of the first byte in the buffer. */
    private long start;

    private int range = -1;
    /** What is in no buffer yet of the current range, and of those after it. */
    private long rangeLeft;

    private long laterLeft;

    public InputText(InputPlace place, List<InputRange> ranges) {
        this.place = place;
        this.ranges = ranges;
        this.length = ranges.stream().mapToLong(InputRange::length).sum();
        this.laterLeft = length;
        this.start = ranges.isEmpty() ? 0 : ranges.get(0).start();
    }

    /** The next byte, as 0 to 255, or {@link #END}. */
    public int next() throws IOException {
        if (next == limit && !fill()) {
            return END;
        }
        return buffer[next++] & 0xff;
    }

    /** Puts more into the empty buffer; false at the end. */
    private boolean fill() throws IOException {
        start += limit;
        next = 0;
        limit = 0;
        while (rangeLeft == 0) {
            if (range + 1 == ranges.size()) {
                return false;
            }
            range++;
            start = ranges.get(range).start();
            rangeLeft = ranges.get(range).length();
            laterLeft -= rangeLeft;
        }
        buffer = buffer.length == 0 ? new byte[(int) Math.min(BUFFER_SIZE, length)] : buffer;
        ByteBuffer target = ByteBuffer.wrap(buffer, 0, (int) Math.min(buffer.length, rangeLeft));
        int count = place.file().read(start, target);
        if (count < 0) {
            throw corrupt(
                    "the end of the file, which has become shorter",
                    place.file().size() + " bytes");
        }
        limit = count;
        rangeLeft -= count;
        return true;
    }

    /**
     * The bytes read ahead: those of {@link #buffer} from {@link #bufferStart} up to, not including,
     * {@link #bufferEnd}.
     */
    public byte[] buffer() {
        return buffer;
    }

    public int bufferStart() {
        return next;
    }

    public int bufferEnd() {
        return limit;
    }

    /** Takes what stands before {@code index} of the buffer as read. */
    public void advanceTo(int index) {
        next = index;
    }

    /** Takes up to so many bytes, at least one; -1 at the end. */
    public int next(byte[] target, int offset, int length) throws IOException {
        if (next == limit && !fill()) {
            return END;
        }
        int count = Math.min(length, limit - next);
        System.arraycopy(buffer, next, target, offset, count);
        next += count;
        return count;
    }

    /** The bytes of text left. */
    public long left() {
        return limit - next + rangeLeft + laterLeft;
    }

    /** How many bytes of text come before the next one. */
    public long offset() {
        return length - left();
    }

    /** Goes to where {@link #offset} has been, and gives up the buffer. */
    public void seek(long offset) {
        buffer = new byte[0];
        next = 0;
        limit = 0;
        rangeLeft = 0;
        laterLeft = length;
        range = -1;
        long skipped = 0;
        while (skipped < offset) {
            InputRange entered = ranges.get(++range);
            long taken = Math.min(offset - skipped, entered.length());
            skipped += taken;
            start = entered.start() + taken;
            rangeLeft = entered.length() - taken;
            laterLeft -= entered.length();
        }
    }

    public long held() {
        return buffer.length;
    }

    /** The position in the file of the next byte. */
    public long position() {
        return start + next;
    }

    /** An error at the byte read last. */
    public CorruptFileException corrupt(String found, String expected) {
        return place.corruptAt(position(), found, expected);
    }

    public InputPlace place() {
        return place;
    }

    public static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** UTF-8 if it is that, else ISO-8859-1, which old writers put out whatever they declared. */
    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
