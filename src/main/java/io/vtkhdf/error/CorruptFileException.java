package io.vtkhdf.error;

/** The file is broken: what stands in it contradicts its format or itself, or it ends too early. */
public final class CorruptFileException extends FileContentException {
    private static final long serialVersionUID = 1L;

    /** @param place where in the file: an HDF5 path, an XML element, a line or a byte offset */
    public CorruptFileException(String resource, String place, String found, String expected) {
        super(resource, place, found, expected, null);
    }

    public CorruptFileException(String resource, String place, String problem, Throwable cause) {
        super(resource, place, problem, cause);
    }

    @Override
    public CorruptFileException advising(String advice) {
        return new CorruptFileException(resource(), place(), problem() + "; " + advice, this);
    }
}
