package io.vtkhdf.error;

/** The file is well-formed but holds something that this library does not read. */
public final class UnsupportedFileException extends FileContentException {
    private static final long serialVersionUID = 1L;

    /** @param place where in the file: an HDF5 path, an XML element, a line or a byte offset */
    public UnsupportedFileException(String resource, String place, String found, String expected) {
        super(resource, place, found, expected, null);
    }

    public UnsupportedFileException(String resource, String place, String problem, Throwable cause) {
        super(resource, place, problem, cause);
    }

    @Override
    public UnsupportedFileException advising(String advice) {
        return new UnsupportedFileException(resource(), place(), problem() + "; " + advice, this);
    }
}
