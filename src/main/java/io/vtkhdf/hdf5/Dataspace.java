package io.vtkhdf.hdf5;

/**
 * The shape of a dataset or attribute (specification IV.A.2.b), message version 2.
 *
 * <pre>
 * u8  version 2
 * u8  rank
 * u8  flags: 0, the shape is also the maximum shape
 * u8  0 scalar, 1 simple
 * u64 the size along each axis, slowest first
 * </pre>
 */
public final class Dataspace {

    private Dataspace() {}

    /** @param shape the size along each axis, the last varying fastest; empty for a scalar */
    public static byte[] encode(long... shape) {
        ByteWriter out = new ByteWriter(0).u8(2).u8(shape.length).u8(0).u8(shape.length == 0 ? 0 : 1);
        for (long size : shape) {
            out.u64(size);
        }
        return out.toByteArray();
    }
}
