package io.vtkhdf.hdf5;

/** Found by a parser in bytes that keep to the rules of HDF5 but are beyond it, or beyond the memory that there is. */
public final class NotSupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotSupported(String found, String expected) {
        super("found " + found + ", expected " + expected);
    }

    public NotSupported(String problem, Throwable cause) {
        super(problem, cause);
    }
}
