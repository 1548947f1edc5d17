package io.vtkhdf.cli.slice;

import io.vtkhdf.cli.option.SameFile;
import io.vtkhdf.file.RegularFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;

/** Writes a file so that it appears whole or not at all. */
public final class PartFile {

    /** Writes the content. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private PartFile() {}

    /**
     * Makes sure that a file may be written.
     *
     * @param isReplaced whether it may exist
     * @param read what is read for it, and so is never replaced; the first is what the user has named
     */
    public static void requireFree(Path file, boolean isReplaced, Collection<Path> read) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        boolean isFirst = true;
        for (Path input : read) {
            if (SameFile.is(input, file)) {
                throw new IllegalArgumentException(
                        isFirst
                                ? "FILE and OUTPUT are the same file, " + file
                                : file + ": OUTPUT would overwrite " + input + ", which is read; give it another name");
            }
            isFirst = false;
        }
        requireRegular(file);
        if (!isReplaced) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    private static void requireRegular(Path file) throws FileSystemException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory");
        }
        RegularFile.require(file);
    }

    /**
     * Writes a new file beside {@code name} and renames it to that, which is replaced if it exists. A symbolic link is
     * followed: what it leads to is written.
     *
     * @throws FileSystemException if it exists and is no regular file
     */
    public static void write(Path name, Content content) throws IOException {
        requireRegular(name);
        Path file = RegularFile.followed(name);
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        } else if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        Path part = unused(file);
        // Not Files.createTempFile: only its owner could read that.
        OutputStream created = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            part.toFile().deleteOnExit();
            try (OutputStream out = new BufferedOutputStream(created)) {
                content.writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path unused(Path file) {
        String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return file.resolveSibling(file.getFileName() + "." + random + ".part");
    }
}
