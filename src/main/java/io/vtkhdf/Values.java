package io.vtkhdf;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The values that a caller hands over, a primitive array or a buffer, as the little-endian bytes that a file holds. */
final class Values {

    private final ScalarType type;
    private final Object source;
    private final int start;
    private final int length;

    private Values(ScalarType type, Object source, int start, int length) {
        this.type = type;
        this.source = source;
        this.start = start;
        this.length = length;
    }

    /**
     * @param source an array of the type's carrier, or a ByteBuffer, whose values from position to limit count
     * @throws IllegalArgumentException if it is neither, or the buffer holds part of a value
     */
    static Values of(String array, ScalarType type, Object source) {
        if (source instanceof ByteBuffer buffer) {
            if (buffer.remaining() % type.size() != 0) {
                throw new IllegalArgumentException("'" + array + "': found " + buffer.remaining()
                        + " bytes, expected a multiple of the " + type.size() + " of " + type.vtkName());
            }
            return new Values(type, buffer.slice().order(buffer.order()), 0, buffer.remaining() / type.size());
        }
        if (source == null || source.getClass().getComponentType() != type.carrier()) {
            String found = source == null ? "null" : source.getClass().getSimpleName();
            throw new IllegalArgumentException("'" + array + "': found " + found + ", expected " + type.carrier()
                    + "[] or a ByteBuffer for " + type.vtkName());
        }
        return new Values(type, source, 0, Array.getLength(source));
    }

    int length() {
        return length;
    }

    ScalarType type() {
        return type;
    }

    /** Part of these values, sharing the source. */
    Values slice(int first, int count) {
        return new Values(type, source, start + first, count);
    }

    /** Puts values into a little-endian buffer at its position, which advances. */
    void get(int first, int count, ByteBuffer target) {
        int from = start + first;
        int bytes = count * type.size();
        if (source instanceof ByteBuffer buffer) {
            getFromBuffer(buffer, from, count, target);
        } else if (source instanceof byte[] array) {
            target.duplicate().put(array, from, count);
        } else if (source instanceof short[] array) {
            target.asShortBuffer().put(array, from, count);
        } else if (source instanceof int[] array) {
            target.asIntBuffer().put(array, from, count);
        } else if (source instanceof long[] array) {
            target.asLongBuffer().put(array, from, count);
        } else if (source instanceof float[] array) {
            target.asFloatBuffer().put(array, from, count);
        } else {
            target.asDoubleBuffer().put((double[]) source, from, count);
        }
        target.position(target.position() + bytes);
    }

    private void getFromBuffer(ByteBuffer buffer, int from, int count, ByteBuffer target) {
        ByteBuffer part = buffer.slice(from * type.size(), count * type.size()).order(buffer.order());
        if (part.order() == ByteOrder.LITTLE_ENDIAN || type.size() == 1) {
            target.duplicate().put(part);
            return;
        }
        switch (type.size()) {
            case 2 -> target.asShortBuffer().put(part.asShortBuffer());
            case 4 -> target.asIntBuffer().put(part.asIntBuffer());
            default -> target.asLongBuffer().put(part.asLongBuffer());
        }
    }

    /** A little-endian buffer on an array of bytes. */
    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All values in a new little-endian buffer, ready to be read. */
    ByteBuffer toBuffer() {
        ByteBuffer buffer = littleEndian(new byte[Math.multiplyExact(length, type.size())]);
        get(0, length, buffer);
        return buffer.flip();
    }
}
