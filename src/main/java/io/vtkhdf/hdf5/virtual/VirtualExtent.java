package io.vtkhdf.hdf5.virtual;

/**
 * How far a virtual dataset reaches.
 *
 * @param shape as it is now
 * @param parts of each mapping without an end, how many of its numbered parts are there before the first one that is
 *     missing, or else how many indices its part has; null if none goes on for ever
 */
public record VirtualExtent(long[] shape, long[] parts) {

    /** As the file has it. */
    public static VirtualExtent ofFile(long... shape) {
        return new VirtualExtent(shape, null);
    }

    /** Whether parts had to be opened for it. */
    public boolean isOfParts() {
        return parts != null;
    }
}
