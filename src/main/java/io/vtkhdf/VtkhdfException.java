package io.vtkhdf;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something about a file's content; the message names the file, the place in it, what was found and what was expected.
 */
public abstract class VtkhdfException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String found;
    private final String expected;

    VtkhdfException(Path file, String place, String found, String expected, Throwable cause) {
        super(file + ": " + place + ": found " + found + ", expected " + expected, cause);
        this.place = place;
        this.found = found;
        this.expected = expected;
    }

    VtkhdfException(Path file, String place, String problem, Throwable cause) {
        super(file + ": " + place + ": " + problem, cause);
        this.place = place;
        this.found = problem;
        this.expected = "something that can be read";
    }

    /** The same, with a word on what to do about it. */
    CorruptFileException advising(Path file, String advice) {
        String expectation = expected == null ? "" : ", expected " + expected;
        return new CorruptFileException(file, place, "found " + found + expectation + "; " + advice, this);
    }

    /** The same without the file. */
    Finding toFinding(Finding.Severity severity) {
        return new Finding(severity, place, found, expected);
    }
}
