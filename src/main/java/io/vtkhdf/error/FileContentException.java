package io.vtkhdf.error;

import java.io.IOException;

/**
 * Something about a file's content; the message names the file, the place in it, what was found and what was expected,
 * in one line without control characters, whatever the file holds.
 */
public abstract class FileContentException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final int MAX_SHOWN = 300;
    private static final String FOUND = "found ";
    private static final String EXPECTED = ", expected ";

    private final String resource;
    private final String place;
    private final String found;
    private final String expected;

    FileContentException(String resource, String place, String found, String expected, Throwable cause) {
        super(
                ShownText.of(resource) + ": " + ShownText.of(place, MAX_SHOWN) + ": " + FOUND
                        + ShownText.of(found, MAX_SHOWN) + EXPECTED + ShownText.of(expected, MAX_SHOWN),
                cause);
        this.resource = resource;
        this.place = place;
        this.found = found;
        this.expected = expected;
    }

    /** @param problem best in the form {@code found A, expected B} */
    FileContentException(String resource, String place, String problem, Throwable cause) {
        super(ShownText.of(resource) + ": " + ShownText.of(place, MAX_SHOWN) + ": " + ShownText.of(problem), cause);
        int end = problem.startsWith(FOUND) ? problem.indexOf(EXPECTED) : -1;
        this.resource = resource;
        this.place = place;
        this.found = end < 0 ? problem : problem.substring(FOUND.length(), end);
        this.expected = end < 0 ? "" : problem.substring(end + EXPECTED.length());
    }

    /** The same, with a word on what to do about it. */
    public abstract FileContentException advising(String advice);

    String problem() {
        return expected.isEmpty() ? found : FOUND + found + EXPECTED + expected;
    }

    /** The file: its path, or the address that it was read from. */
    public String resource() {
        return resource;
    }

    /** Where in the file: an HDF5 path, an XML element, a line or a byte offset. */
    public String place() {
        return place;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }
}
