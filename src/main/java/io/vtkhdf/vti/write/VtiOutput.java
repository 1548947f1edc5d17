package io.vtkhdf.vti.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** A file that is written from its start on, and into places that were left free before. Not thread-safe. */
final class VtiOutput {

    private static final int BUFFER_SIZE = 1 << 18;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE);
    /** Where the buffer's content goes. */
    private long start;

    VtiOutput(FileChannel channel) {
        this.channel = channel;
    }

    /** Where the next byte goes. */
    long position() {
        return start + buffer.position();
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        write(ByteBuffer.wrap(bytes));
    }

    void write(ByteBuffer bytes) throws IOException {
        if (bytes.remaining() > buffer.remaining()) {
            flush();
        }
        if (bytes.remaining() > buffer.capacity()) {
            start += writeFully(bytes, start);
        } else {
            buffer.put(bytes);
        }
    }

    /** Leaves so many bytes free. */
    void skip(long bytes) throws IOException {
        flush();
        start += bytes;
    }

    /** Writes into a place that was left free. */
    void patch(long position, ByteBuffer bytes) throws IOException {
        if (position + bytes.remaining() > start) {
            flush();
        }
        writeFully(bytes, position);
    }

    void flush() throws IOException {
        start += writeFully(buffer.flip(), start);
        buffer.clear();
    }

    private int writeFully(ByteBuffer bytes, long position) throws IOException {
        int count = bytes.remaining();
        for (long at = position; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
        return count;
    }
}
