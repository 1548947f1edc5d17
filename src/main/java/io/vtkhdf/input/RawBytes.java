package io.vtkhdf.input;

import io.vtkhdf.error.CorruptFileException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file from a position on. Large reads go straight into the target. */
public class RawBytes implements InputValues {

    private static final int BUFFER_SIZE = 1 << 14;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final InputPlace place;
    private final InputFile file;
    private ByteBuffer buffer = NOTHING;
    /** Of the first byte after those in the buffer. */
    private long position;

    public RawBytes(InputPlace place, long position) {
        this.place = place;
        this.file = place.file();
        this.position = position;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        requireLeft(target.remaining());
        while (target.hasRemaining()) {
            if (buffer.hasRemaining()) {
                int count = Math.min(buffer.remaining(), target.remaining());
                target.put(target.position(), buffer, buffer.position(), count);
                target.position(target.position() + count);
                buffer.position(buffer.position() + count);
            } else if (target.remaining() >= BUFFER_SIZE) {
                readFile(target);
            } else {
                buffer = buffer == NOTHING ? ByteBuffer.allocate(BUFFER_SIZE) : buffer;
                readFile(buffer.clear());
                buffer.flip();
            }
        }
    }

    private void readFile(ByteBuffer target) throws IOException {
        int count = file.read(position, target);
        if (count < 0) {
            throw place.corruptAt(position, "the end of the file, which has become shorter", file.size() + " bytes");
        }
        position += count;
    }

    @Override
    public void skip(long count) throws IOException {
        requireLeft(count);
        int buffered = (int) Math.min(count, buffer.remaining());
        buffer.position(buffer.position() + buffered);
        position += count - buffered;
    }

    private void requireLeft(long count) throws CorruptFileException {
        if (count > left()) {
            throw corrupt("the end of the file after " + left() + " bytes", count + " bytes");
        }
    }

    /** Of the next byte. */
    public long position() {
        return position - buffer.remaining();
    }

    /** Goes to where {@link #position} has been. */
    public void seek(long target) {
        position = target;
        buffer.position(buffer.limit());
    }

    @Override
    public long held() {
        return buffer.capacity();
    }

    @Override
    public void rest() {
        seek(position());
        buffer = NOTHING;
    }

    /** The bytes up to the end of the file. */
    public long left() {
        return file.size() - position();
    }

    /** An error at the next byte. */
    public CorruptFileException corrupt(String found, String expected) {
        return place.corruptAt(position(), found, expected);
    }
}
