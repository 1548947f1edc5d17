package io.vtkhdf.tests.reliability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The content of a file after some of the writes to it. */
final class DiskImage {

    private static final int MARGIN = 1 << 12;

    /** All but zeros at the end. */
    private byte[] bytes;

    private long length;

    DiskImage() {
        this(new byte[MARGIN], 0);
    }

    private DiskImage(byte[] bytes, long length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** What is in a file; nothing if there is none. */
    static DiskImage of(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new DiskImage();
        }
        byte[] bytes = Files.readAllBytes(file);
        return new DiskImage(bytes, bytes.length);
    }

    DiskImage copy() {
        return new DiskImage(bytes.clone(), length);
    }

    void apply(WriteLog.Entry entry) {
        if (entry instanceof WriteLog.Write write) {
            applyFirst(write.bytes().length, write);
        } else if (entry instanceof WriteLog.Truncate cut && cut.size() < length) {
            length = cut.size();
            if (length < bytes.length) {
                Arrays.fill(bytes, (int) length, bytes.length, (byte) 0);
            }
        }
    }

    /** The first bytes of a write. */
    void applyFirst(int count, WriteLog.Write write) {
        long end = write.position() + count;
        length = Math.max(length, end);
        if (write.position() >= bytes.length && isZero(write.bytes())) {
            return;
        } else if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.toIntExact(end) + MARGIN);
        }
        System.arraycopy(write.bytes(), 0, bytes, (int) write.position(), count);
    }

    private static boolean isZero(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }

    void writeTo(Path file) throws IOException {
        Files.write(file, Arrays.copyOf(bytes, (int) Math.min(bytes.length, length)));
        if (length > bytes.length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate(1), length - 1);
            }
        }
    }
}
