package io.vtkhdf.source;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * What stands in a file of bare values, which itself tells nothing: x fastest, the components of a tuple together.
 * Immutable.
 *
 * @param headerBytes how many bytes stand in front of the values
 */
public record RawLayout(ImageGeometry geometry, ScalarType type, int components, ByteOrder order, long headerBytes) {

    /** @throws IllegalArgumentException with fewer than 1 component, or a header of less than 0 bytes */
    public RawLayout {
        Objects.requireNonNull(geometry, "geometry");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(order, "order");
        if (components < 1 || components > Integer.MAX_VALUE / Long.BYTES) {
            throw new IllegalArgumentException(
                    "found " + components + " components, expected 1 to " + Integer.MAX_VALUE / Long.BYTES);
        } else if (headerBytes < 0) {
            throw new IllegalArgumentException("found a header of " + headerBytes + " bytes, expected 0 or more");
        }
    }

    /** Little-endian values of one component, without a header. */
    public static RawLayout of(ImageGeometry geometry, ScalarType type) {
        return new RawLayout(geometry, type, 1, ByteOrder.LITTLE_ENDIAN, 0);
    }

    public RawLayout withComponents(int value) {
        return new RawLayout(geometry, type, value, order, headerBytes);
    }

    public RawLayout withOrder(ByteOrder value) {
        return new RawLayout(geometry, type, components, value, headerBytes);
    }

    public RawLayout withHeaderBytes(long value) {
        return new RawLayout(geometry, type, components, order, value);
    }
}
