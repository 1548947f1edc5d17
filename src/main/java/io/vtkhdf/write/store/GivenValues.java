package io.vtkhdf.write.store;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ScalarType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The values that a caller hands over, in a primitive array or a buffer, in the order in which they stand there. */
final class GivenValues implements Values {

    private final ScalarType type;
    private final Object source;
    private final int start;
    private final int length;

    private GivenValues(ScalarType type, Object source, int start, int length) {
        this.type = type;
        this.source = source;
        this.start = start;
        this.length = length;
    }

    /**
     * @param source an array of the type's carrier, or a ByteBuffer, whose values from position to limit count
     * @throws IllegalArgumentException if it is neither
     */
    static GivenValues of(String array, ScalarType type, Object source) {
        if (source instanceof ByteBuffer buffer) {
            return new GivenValues(type, buffer.slice().order(buffer.order()), 0, buffer.remaining() / type.size());
        }
        if (source == null || source.getClass().getComponentType() != type.carrier()) {
            String found = source == null ? "null" : source.getClass().getSimpleName();
            throw new IllegalArgumentException(ShownText.quoted(array) + ": found " + found + ", expected "
                    + type.carrier() + "[] or a ByteBuffer for " + type.vtkName());
        }
        return new GivenValues(type, source, 0, Array.getLength(source));
    }

    @Override
    public ScalarType type() {
        return type;
    }

    @Override
    public int length() {
        return length;
    }

    /** Part of these values, sharing the source. */
    GivenValues slice(int first, int count) {
        return new GivenValues(type, source, start + first, count);
    }

    @Override
    public Optional<ByteBuffer> stored() {
        if (source instanceof ByteBuffer buffer && buffer.isDirect() && isLittleEndian(buffer)) {
            return Optional.of(buffer.slice(start * type.size(), length * type.size()));
        }
        return Optional.empty();
    }

    private boolean isLittleEndian(ByteBuffer buffer) {
        return buffer.order() == ByteOrder.LITTLE_ENDIAN || type.size() == 1;
    }

    @Override
    public void get(int first, int count, ByteBuffer target) {
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
        if (isLittleEndian(part)) {
            target.duplicate().put(part);
            return;
        }
        switch (type.size()) {
            case 2 -> target.asShortBuffer().put(part.asShortBuffer());
            case 4 -> target.asIntBuffer().put(part.asIntBuffer());
            default -> target.asLongBuffer().put(part.asLongBuffer());
        }
    }

    /**
     * Puts {@code count} values that lie {@code stride} values apart into a little-endian buffer, from byte {@code to}
     * on, {@code step} bytes apart; the position stays.
     */
    void gather(int first, int stride, int count, ByteBuffer target, int to, int step) {
        int from = start + first;
        if (source instanceof ByteBuffer buffer) {
            gatherFromBuffer(buffer, from, stride, count, target, to, step);
        } else if (source instanceof byte[] array) {
            for (int i = 0; i < count; i++) {
                target.put(to + i * step, array[from + i * stride]);
            }
        } else if (source instanceof short[] array) {
            for (int i = 0; i < count; i++) {
                target.putShort(to + i * step, array[from + i * stride]);
            }
        } else if (source instanceof int[] array) {
            for (int i = 0; i < count; i++) {
                target.putInt(to + i * step, array[from + i * stride]);
            }
        } else if (source instanceof long[] array) {
            for (int i = 0; i < count; i++) {
                target.putLong(to + i * step, array[from + i * stride]);
            }
        } else if (source instanceof float[] array) {
            for (int i = 0; i < count; i++) {
                target.putInt(to + i * step, Float.floatToRawIntBits(array[from + i * stride]));
            }
        } else {
            double[] array = (double[]) source;
            for (int i = 0; i < count; i++) {
                target.putLong(to + i * step, Double.doubleToRawLongBits(array[from + i * stride]));
            }
        }
    }

    private void gatherFromBuffer(
            ByteBuffer buffer, int from, int stride, int count, ByteBuffer target, int to, int step) {
        int size = type.size();
        for (int i = 0; i < count; i++) {
            int at = (from + i * stride) * size;
            switch (size) {
                case 1 -> target.put(to + i * step, buffer.get(at));
                case 2 -> target.putShort(to + i * step, buffer.getShort(at));
                case 4 -> target.putInt(to + i * step, buffer.getInt(at));
                default -> target.putLong(to + i * step, buffer.getLong(at));
            }
        }
    }
}
