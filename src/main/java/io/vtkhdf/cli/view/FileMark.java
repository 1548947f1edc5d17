package io.vtkhdf.cli.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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

    static FileMark of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        try (InputStream in = Files.newInputStream(file)) {
            return new FileMark(
                    attributes.size(),
                    attributes.lastModifiedTime(),
                    attributes.fileKey(),
                    ByteBuffer.wrap(in.readNBytes(HEAD)));
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
