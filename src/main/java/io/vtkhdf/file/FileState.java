package io.vtkhdf.file;

import io.vtkhdf.error.ChangedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * A file as it was: by its size, the time of its last change and, where the system has one, its identity. Who writes
 * other bytes into it changes the time, and who puts another file in its place the identity.
 */
public final class FileState {

    private static final String REPLACED = "another file has taken its place";

    private final Path path;
    private final long size;
    private final FileTime time;
    private final Optional<Object> key;

    private FileState(Path path, BasicFileAttributes attributes) {
        this.path = path;
        this.size = attributes.size();
        this.time = attributes.lastModifiedTime();
        this.key = Optional.ofNullable(attributes.fileKey());
    }

    /** To be taken before the file is opened. */
    public static FileState of(Path path) throws IOException {
        return new FileState(path, Files.readAttributes(path, BasicFileAttributes.class));
    }

    public long size() {
        return size;
    }

    /**
     * Whether the name still leads to the same file, though it may have been written to.
     *
     * @throws ChangedFileException if it does not, or the file has become shorter
     */
    public void requireSameFile() throws IOException {
        FileState now = now();
        if (!now.key.equals(key)) {
            throw changed(REPLACED);
        } else if (now.size < size) {
            throw changed(sizes(now));
        }
    }

    /** @throws ChangedFileException if the file is not as it was, or is no longer there */
    public void requireUnchanged() throws IOException {
        FileState now = now();
        if (now.size != size) {
            throw changed(sizes(now));
        } else if (!now.key.equals(key)) {
            throw changed(REPLACED);
        } else if (!now.time.equals(time)) {
            throw changed("found a change at " + now.time + ", expected the last one at " + time);
        }
    }

    private FileState now() throws IOException {
        try {
            return of(path);
        } catch (NoSuchFileException e) {
            throw changed("is no longer there");
        }
    }

    private String sizes(FileState now) {
        return "found " + now.size + " bytes, expected the " + size + " that it had before";
    }

    private ChangedFileException changed(String how) {
        return new ChangedFileException(path, how);
    }
}
