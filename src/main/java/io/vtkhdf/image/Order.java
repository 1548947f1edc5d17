package io.vtkhdf.image;

/** The order of a slice's, slab's or region's tuples in memory; a tuple's components are always adjacent. */
public enum Order {
    /** VTK's order (Fortran order of an array indexed [x][y][z]): x varies fastest, then y, then z. */
    X_FASTEST,

    /**
     * C order of an array indexed [x][y][z]: the last axis varies fastest, x slowest. For a z slice this is y-fastest.
     */
    X_SLOWEST
}
