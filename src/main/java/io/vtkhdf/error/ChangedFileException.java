package io.vtkhdf.error;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What has been read of a file may be of two: it was changed meanwhile. */
public final class ChangedFileException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    /** @param how what was found and what was expected */
    public ChangedFileException(Path file, String how) {
        this(file.toString(), how);
    }

    /** @param file its path, or the address that it was read from */
    public ChangedFileException(String file, String how) {
        super(file, null, "was changed while it was read: " + how + "; try again when it is complete");
    }
}
