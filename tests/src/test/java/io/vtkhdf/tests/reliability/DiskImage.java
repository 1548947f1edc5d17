package io.vtkhdf.tests.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The content of a file after some of the writes to it. */
final class DiskImage {

    private byte[] bytes;
    private int length;

    DiskImage() {
        this(new byte[1 << 16], 0);
    }

    private DiskImage(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    static DiskImage of(Path file) throws IOException {
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
            Arrays.fill(bytes, (int) cut.size(), length, (byte) 0);
            length = (int) cut.size();
        }
    }

    /** The first bytes of a write. */
    void applyFirst(int count, WriteLog.Write write) {
        int start = Math.toIntExact(write.position());
        if (start + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (start + count));
        }
        System.arraycopy(write.bytes(), 0, bytes, start, count);
        length = Math.max(length, start + count);
    }

    void writeTo(Path file) throws IOException {
        Files.write(file, Arrays.copyOf(bytes, length));
    }
}
