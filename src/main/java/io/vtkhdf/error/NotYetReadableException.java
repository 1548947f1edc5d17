package io.vtkhdf.error;

/**
 * The file is one that its writer has begun, and has not got as far with as an image that can be opened: not broken, if
 * the writer goes on. Whoever watches a file grow tries again later; once the first commit is in the file it can be
 * read.
 */
public final class NotYetReadableException extends FileContentException {
    private static final long serialVersionUID = 1L;

    /** @param place where in the file the image is to come */
    public NotYetReadableException(String resource, String place, String found, String expected) {
        super(resource, place, found, expected, null);
    }

    private NotYetReadableException(String resource, String place, String problem, Throwable cause) {
        super(resource, place, problem, cause);
    }

    @Override
    public NotYetReadableException advising(String advice) {
        return new NotYetReadableException(resource(), place(), problem() + "; " + advice, this);
    }
}
