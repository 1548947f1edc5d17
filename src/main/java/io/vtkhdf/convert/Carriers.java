package io.vtkhdf.convert;

import io.vtkhdf.ScalarType;
import java.nio.ByteBuffer;

/** Turns bytes into primitive arrays. */
public final class Carriers {

    private Carriers() {}

    /** The remaining bytes of a buffer, in its byte order, as an array of the type's carrier; the position stays. */
    public static Object of(ScalarType type, ByteBuffer bytes) {
        Object array = type.newArray(bytes.remaining() / type.size());
        ByteBuffer source = bytes.duplicate().order(bytes.order());
        if (array instanceof byte[] values) {
            source.get(values);
        } else if (array instanceof short[] values) {
            source.asShortBuffer().get(values);
        } else if (array instanceof int[] values) {
            source.asIntBuffer().get(values);
        } else if (array instanceof long[] values) {
            source.asLongBuffer().get(values);
        } else if (array instanceof float[] values) {
            source.asFloatBuffer().get(values);
        } else {
            source.asDoubleBuffer().get((double[]) array);
        }
        return array;
    }
}
