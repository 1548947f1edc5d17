package io.vtkhdf.hdf5;

import java.nio.ByteBuffer;

/**
 * What stands in an attribute.
 *
 * @param bytes its elements; not to be moved in
 */
public record StoredValue(StoredType type, StoredShape shape, ByteBuffer bytes) {}
