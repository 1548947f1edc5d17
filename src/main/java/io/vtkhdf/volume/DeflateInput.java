package io.vtkhdf.volume;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Compressed bytes, some at a time. */
final class DeflateInput {

    private static final int BUFFER_SIZE = 1 << 16;

    private final InputPlace place;
    private final InputRange range;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE).flip();
    /** Of the first byte after those in the buffer. */
    private long position;

    DeflateInput(InputPlace place, InputRange range) {
        this.place = place;
        this.range = range;
        this.position = range.start();
    }

    InputPlace place() {
        return place;
    }

    /** Of the next byte. */
    long position() {
        return position - buffer.remaining();
    }

    /** The next bytes, at least one, which are valid up to the next call. */
    ByteBuffer more() throws IOException {
        if (!fill()) {
            throw corrupt("the end of the compressed data, which is cut off", "the rest of it");
        }
        ByteBuffer more = buffer.slice();
        buffer.position(buffer.limit());
        return more;
    }

    /** Takes back the last of the bytes that {@link #more} has given. */
    void giveBack(int count) {
        buffer.position(buffer.limit() - count);
    }

    boolean isAtEnd() throws IOException {
        return !fill();
    }

    int next() throws IOException {
        if (!fill()) {
            throw corrupt("the end of the compressed data within the frame of gzip", "the rest of it");
        }
        return buffer.get() & 0xff;
    }

    /** The byte so many bytes after the next one, or -1 behind the end. */
    int peek(int ahead) throws IOException {
        if (!fill()) {
            return -1;
        }
        if (buffer.remaining() <= ahead) {
            buffer.compact();
            while (buffer.position() <= ahead && read()) {
                // on
            }
            buffer.flip();
        }
        return buffer.remaining() > ahead ? buffer.get(buffer.position() + ahead) & 0xff : -1;
    }

    private boolean fill() throws IOException {
        if (buffer.hasRemaining()) {
            return true;
        }
        buffer.clear();
        boolean isMore = read();
        buffer.flip();
        return isMore;
    }

    /** Puts what comes next behind what is in the buffer. */
    private boolean read() throws IOException {
        if (position == range.end()) {
            return false;
        }
        int room = buffer.limit();
        buffer.limit((int) Math.min(room, buffer.position() + range.end() - position));
        int count = place.file().read(position, buffer);
        buffer.limit(room);
        if (count < 0) {
            throw corrupt(
                    "the end of the file, which has become shorter",
                    place.file().size() + " bytes");
        }
        position += count;
        return true;
    }

    CorruptFileException corrupt(String found, String expected) {
        return place.corruptAt(position(), found, expected);
    }
}
