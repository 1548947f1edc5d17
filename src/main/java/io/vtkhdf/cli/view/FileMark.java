package io.vtkhdf.cli.view;

import io.vtkhdf.file.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * By what another state of a file is noticed, without reading it. A finished file changes with its size, time or
 * identity. One that is being written grows all the time, and has another state only with a commit, which sets its
 * first bytes: HDF5's superblock points at what is there.
 */
record FileMark(long size, FileTime time, Object key, ByteBuffer head) {

    /** Of a superblock of any version. */
    private static final int HEAD = 128;

    /**
     * Of a folder, whose files are an image, the state of its list of names.
     *
     * @throws FileSystemException if it is neither a regular file nor a folder: reading a pipe might never end
     */
    static FileMark of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileMark(
                attributes.size(),
                attributes.lastModifiedTime(),
                attributes.fileKey(),
                attributes.isDirectory() ? ByteBuffer.allocate(0) : head(file));
    }

    private static ByteBuffer head(Path file) throws IOException {
        RegularFile.require(file);
        try (InputStream in = Files.newInputStream(file)) {
            return ByteBuffer.wrap(in.readNBytes(HEAD));
        }
    }

    /** @param isGrowing whether it is of a file that is being written */
    boolean isStateOf(FileMark now, boolean isGrowing) {
        return isGrowing ? isSameFile(now) && head.equals(now.head) : equals(now);
    }

    /** Whether it is the same file, by whatever name; false where the system cannot tell. */
    boolean isSameFile(FileMark other) {
        return key != null && key.equals(other.key);
    }
}
