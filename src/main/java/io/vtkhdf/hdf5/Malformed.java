package io.vtkhdf.hdf5;

/** Found by a parser in bytes that break the rules of HDF5. Whoever knows file and place tells both. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Malformed(String problem) {
        super(problem);
    }

    public Malformed(String found, String expected) {
        super("found " + found + ", expected " + expected);
    }

    public Malformed(String problem, Throwable cause) {
        super(problem, cause);
    }
}
