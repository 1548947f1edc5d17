package io.vtkhdf.error;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A file cannot be written since another writer is at it: another {@code ImageDataWriter} or command of this library,
 * in this virtual machine or in another process of this machine. Nothing of the file was touched, and once the other
 * writer has ended it can be written. The message names the file, as does {@link #getFile()}.
 */
public final class AnotherWriterException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    /** @param file the file that the other writer has open, which may be the unfinished {@code NAME.part} */
    public AnotherWriterException(Path file) {
        super(file.toString(), null, "another writer is writing it");
    }

    /**
     * As {@link #AnotherWriterException(Path)}, at the end of writing.
     *
     * @param finished where what was written is, finished
     */
    public AnotherWriterException(Path file, Path finished) {
        super(file.toString(), null, "another writer is writing it; the finished file is " + finished);
    }
}
