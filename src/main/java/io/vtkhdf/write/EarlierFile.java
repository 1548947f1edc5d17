package io.vtkhdf.write;

import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.Signature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A finished file to which more is added, as it was before: until a commit changes its superblock nothing else has. */
final class EarlierFile {

    private final OutputFile output;
    private final long length;
    private final ByteBuffer superblock;

    private EarlierFile(OutputFile output, long length, ByteBuffer superblock) {
        this.output = output;
        this.length = length;
        this.superblock = superblock;
    }

    static EarlierFile of(OutputFile output) throws IOException {
        return new EarlierFile(output, output.channel().size(), superblock(output.channel()));
    }

    /** What of it a commit changes. */
    private static ByteBuffer superblock(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Signature.SUPERBLOCK_SIZE);
        while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {}
        return bytes.flip();
    }

    long length() {
        return length;
    }

    /**
     * Cuts off what was added, unless a commit has reached the file: one that was told to have failed may have, in part
     * even.
     *
     * @return whether the file is as it was
     */
    boolean restore() throws IOException {
        if (!output.isLocked() || !superblock.equals(superblock(output.channel()))) {
            return false;
        }
        output.truncate(length);
        return true;
    }

    /** As {@link #restore}, because of a failure, which is what is told. */
    void restoreAfter(Throwable failure) {
        try {
            restore();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
