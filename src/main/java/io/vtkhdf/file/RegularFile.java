package io.vtkhdf.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Opens files to be read at any place, more than once. That is not what a pipe is for, which moreover waits for its
 * writer when it is opened.
 */
public final class RegularFile {

    private static final int MAX_LINKS = 40;

    private RegularFile() {}

    /** What a chain of symbolic links leads to, whether that exists or not; a link if it has no end. */
    public static Path followed(Path file) {
        Path at = file;
        try {
            for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(at); i++) {
                at = at.resolveSibling(Files.readSymbolicLink(at));
            }
        } catch (IOException e) {
            // Whoever opens it is told.
        }
        return at;
    }

    /** @throws FileSystemException if it is no regular file; it is not opened then */
    public static FileChannel open(Path file) throws IOException {
        require(file);
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /** @throws FileSystemException if it exists and is no regular file */
    public static void require(Path file) throws FileSystemException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            return; // Whoever opens it is told.
        }
        if (!attributes.isRegularFile()) {
            String found = attributes.isDirectory() ? "a directory" : "a pipe or a device";
            throw new FileSystemException(file.toString(), null, "found " + found + ", expected a regular file");
        }
    }
}
