package io.vtkhdf;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something about a file's content; the message names the file, the place in it, what was found and what was expected.
 */
public abstract class VtkhdfException extends IOException {
    private static final long serialVersionUID = 1L;

    VtkhdfException(Path file, String place, String found, String expected, Throwable cause) {
        super(file + ": " + place + ": found " + found + ", expected " + expected, cause);
    }

    VtkhdfException(Path file, String place, String problem, Throwable cause) {
        super(file + ": " + place + ": " + problem, cause);
    }
}
