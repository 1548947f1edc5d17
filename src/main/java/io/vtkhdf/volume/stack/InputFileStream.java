package io.vtkhdf.volume.stack;

import io.vtkhdf.input.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;

/** The bytes of a file, as Java's decoders of pictures want them. */
final class InputFileStream extends ImageInputStreamImpl {

    private static final int BUFFER_SIZE = 1 << 15;

    private final InputFile file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE).flip();
    /** The position in the file of the first byte in the buffer. */
    private long start;

    InputFileStream(InputFile file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        streamPos++;
        return buffer.get() & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        } else if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        streamPos += count;
        return count;
    }

    /** Makes the buffer's next byte the stream's; false at the end. */
    private boolean fill() throws IOException {
        boolean isInside = streamPos >= start && streamPos < start + buffer.limit();
        if (isInside) {
            buffer.position((int) (streamPos - start));
            return true;
        }
        start = streamPos;
        buffer.clear();
        int count = streamPos < file.size() ? file.read(streamPos, buffer) : -1;
        buffer.flip();
        return count > 0;
    }

    @Override
    public long length() {
        return file.size();
    }
}
