package io.vtkhdf.vtk;

import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The values of a slab on their way into a file: in memory outside of Java's heap, which is written as it stands, or,
 * if they are many, in a Java array.
 */
final class SlabValues implements VtkColumn.Target {

    /** In bytes. More is not kept where the garbage collector does not see how much there is. */
    private static final long MOST_DIRECT = 16 << 20;

    private final ScalarType type;
    private final int length;
    private final ByteBuffer direct;
    private final Object array;

    private SlabValues(ScalarType type, int length, ByteBuffer direct, Object array) {
        this.type = type;
        this.length = length;
        this.direct = direct;
        this.array = array;
    }

    /** @param used values that nobody needs any more, of any type, whose memory is used again if it can be; or null */
    static SlabValues of(ScalarType type, int length, SlabValues used) {
        long bytes = (long) length * type.size();
        if (bytes <= MOST_DIRECT) {
            boolean fits = used != null && used.direct != null && used.direct.capacity() >= bytes;
            ByteBuffer direct = fits ? used.direct : ByteBuffer.allocateDirect((int) bytes);
            direct.clear().limit((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
            return new SlabValues(type, length, direct, null);
        }
        boolean fits = used != null && used.array != null && used.type == type && used.length == length;
        return new SlabValues(type, length, null, fits ? used.array : type.newArray(length));
    }

    /** As a file takes them. */
    Object values() {
        return direct == null ? array : direct;
    }

    @Override
    public void put(Object piece, int at, int count) {
        if (direct == null) {
            System.arraycopy(piece, 0, array, at, count);
            return;
        }
        ByteBuffer target = direct.slice(at * type.size(), count * type.size()).order(direct.order());
        if (piece instanceof byte[] bytes) {
            target.put(bytes, 0, count);
        } else if (piece instanceof short[] shorts) {
            target.asShortBuffer().put(shorts, 0, count);
        } else if (piece instanceof int[] ints) {
            target.asIntBuffer().put(ints, 0, count);
        } else if (piece instanceof long[] longs) {
            target.asLongBuffer().put(longs, 0, count);
        } else if (piece instanceof float[] floats) {
            target.asFloatBuffer().put(floats, 0, count);
        } else {
            target.asDoubleBuffer().put((double[]) piece, 0, count);
        }
    }
}
