package io.vtkhdf.validate;

import io.vtkhdf.error.FileContentException;

/**
 * Something noticeable about a file.
 *
 * @param path where in the file: an HDF5 path, an attribute as {@code /VTKHDF@Type}
 * @param found what is there
 * @param expected what should be; in a {@linkplain Severity#NOTE note} what would let it be verified; empty if
 *     {@code found} is a sentence that says it all
 */
public record Finding(Severity severity, String path, String found, String expected) {

    /** How bad it is. */
    public enum Severity {
        /** Breaks the format. */
        ERROR,
        /** Well-formed, but unusual, or beyond what this library reads. */
        WARNING,
        /** Nothing is wrong; what a {@linkplain ImageValidator#validateDeep deep} look could not verify. */
        NOTE
    }

    /** What an exception says, without the file. */
    static Finding of(Severity severity, FileContentException failure) {
        return new Finding(severity, failure.place(), failure.found(), failure.expected());
    }

    static Finding error(String path, String found, String expected) {
        return new Finding(Severity.ERROR, path, found, expected);
    }

    static Finding note(String path, String found, String expected) {
        return new Finding(Severity.NOTE, path, found, expected);
    }

    static Finding warning(String path, String found, String expected) {
        return new Finding(Severity.WARNING, path, found, expected);
    }
}
