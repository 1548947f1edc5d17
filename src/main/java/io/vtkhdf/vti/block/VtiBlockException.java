package io.vtkhdf.vti.block;

/** What is wrong with a block; who knows which one it is makes it an error about the file. */
final class VtiBlockException extends Exception {
    private static final long serialVersionUID = 1L;

    VtiBlockException(String found, String expected) {
        super("found " + found + ", expected " + expected);
    }

    VtiBlockException(String problem, Throwable cause) {
        super(problem, cause);
    }

    static VtiBlockException tooShort(long size, long expected) {
        return new VtiBlockException(
                "an end " + (expected - size) + " bytes too early", "to inflate to " + expected + " bytes");
    }

    static VtiBlockException tooLong(long expected) {
        return new VtiBlockException("more bytes", "to inflate to " + expected + " bytes");
    }

    static VtiBlockException unused(long bytes) {
        return new VtiBlockException(bytes + " bytes after the end of the compressed data", "none");
    }

    static VtiBlockException cut() {
        return new VtiBlockException("the end of the compressed bytes", "the end of the compressed data");
    }
}
