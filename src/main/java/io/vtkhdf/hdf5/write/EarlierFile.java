package io.vtkhdf.hdf5.write;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.Signature;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A finished file to which more is added, as it was before: until a commit changes its superblock nothing else has. */
public final class EarlierFile {

    private final OutputFile output;
    private final long length;
    private final ByteBuffer superblock;

    private EarlierFile(OutputFile output, long length, ByteBuffer superblock) {
        this.output = output;
        this.length = length;
        this.superblock = superblock;
    }

    public static EarlierFile of(OutputFile output) throws IOException {
        ByteSource file = source(output);
        return new EarlierFile(output, file.length(), superblock(file));
    }

    private static ByteSource source(OutputFile output) throws IOException {
        return ByteSource.of(output.written().toString(), output.channel());
    }

    /** What of it a commit changes. */
    private static ByteBuffer superblock(ByteSource file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Signature.SUPERBLOCK_SIZE);
        file.read(0, bytes);
        return bytes.flip();
    }

    public long length() {
        return length;
    }

    /**
     * Cuts off what was added, unless a commit has reached the file: one that was told to have failed may have, in part
     * even. One that is under way has or never will.
     *
     * @param writer by whom it was added; writes no more
     * @return whether the file is as it was
     */
    public boolean restore(Hdf5Writer writer) throws IOException {
        return writer.giveUp(this::restore);
    }

    private boolean restore() throws IOException {
        if (!output.isLocked() || !superblock.equals(superblock(source(output)))) {
            return false;
        }
        output.truncate(length);
        return true;
    }

    /** Cuts off what was added before anybody could commit, because of a failure, which is what is told. */
    public void restoreAfter(Throwable failure) {
        try {
            restore();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
