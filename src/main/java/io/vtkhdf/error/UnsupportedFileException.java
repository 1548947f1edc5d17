package io.vtkhdf.error;

import java.nio.file.Path;

/** The file is well-formed but holds something that this library does not read. */
public final class UnsupportedFileException extends FileContentException {
    private static final long serialVersionUID = 1L;

    /** @param place where in the file: an HDF5 path, an XML element, a line or a byte offset */
    public UnsupportedFileException(Path file, String place, String found, String expected) {
        super(file, place, found, expected, null);
    }

    public UnsupportedFileException(Path file, String place, String problem, Throwable cause) {
        super(file, place, problem, cause);
    }
}
