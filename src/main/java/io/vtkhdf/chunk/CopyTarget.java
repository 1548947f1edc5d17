package io.vtkhdf.chunk;

import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * Where values read go: a primitive array or a buffer. May be written from several threads at once, each its own
 * values.
 */
public abstract class CopyTarget {

    CopyTarget() {}

    /** Into a primitive array of the type's carrier. */
    public static CopyTarget of(ScalarType type, Object array) {
        return of(type, array, 0);
    }

    /** Into a primitive array of the type's carrier, from an index on. */
    public static CopyTarget of(ScalarType type, Object array, int offset) {
        if (array instanceof byte[] a) {
            return new Elements(ByteBuffer.wrap(a, offset, a.length - offset).slice(), 1);
        } else if (array instanceof short[] a) {
            return new Shorts(ShortBuffer.wrap(a, offset, a.length - offset).slice());
        } else if (array instanceof int[] a) {
            return new Ints(IntBuffer.wrap(a, offset, a.length - offset).slice());
        } else if (array instanceof long[] a) {
            return new Longs(LongBuffer.wrap(a, offset, a.length - offset).slice());
        } else if (array instanceof float[] a) {
            return new Floats(FloatBuffer.wrap(a, offset, a.length - offset).slice());
        } else if (array instanceof double[] a) {
            return new Doubles(DoubleBuffer.wrap(a, offset, a.length - offset).slice());
        }
        throw new IllegalArgumentException(type.vtkName() + " values do not come as " + array.getClass());
    }

    /** Into a buffer, from its position on, in its byte order. */
    public static CopyTarget of(ScalarType type, ByteBuffer target) {
        ByteBuffer buffer = target.slice().order(target.order());
        return switch (type.size()) {
            case Byte.BYTES -> new Elements(buffer, 1);
            case Short.BYTES -> new Shorts(buffer.asShortBuffer());
            case Integer.BYTES -> new Ints(buffer.asIntBuffer());
            default -> new Longs(buffer.asLongBuffer());
        };
    }

    /** Elements of any size as they stand in the file. */
    public static CopyTarget ofElements(int size, byte[] target) {
        return new Elements(ByteBuffer.wrap(target), size);
    }

    /**
     * Takes values of another type, which become some of the target's.
     *
     * @param order of the values that the target takes
     */
    public static CopyTarget converting(ScalarType from, ScalarType to, ByteOrder order, CopyTarget target) {
        return new ConvertedTarget(from, to, order, target);
    }

    /**
     * Puts {@code count} runs of {@code width} values that lie {@code fromStride} values apart in the source,
     * {@code toStride} here.
     *
     * @param source values from index 0 on, in its byte order
     */
    public abstract void put(ByteBuffer source, int from, int fromStride, int to, int toStride, int count, int width);

    /** Puts runs of the source. */
    public StridedCopy.Runs from(ByteBuffer source) {
        return (from, fromStride, to, toStride, count, width) ->
                put(source, from, fromStride, to, toStride, count, width);
    }

    private static final class Elements extends CopyTarget {
        private final ByteBuffer target;
        private final int size;

        Elements(ByteBuffer target, int size) {
            this.target = target;
            this.size = size;
        }

        @Override
        public void put(ByteBuffer source, int from, int fromStride, int to, int toStride, int count, int width) {
            for (int i = 0; i < count; i++) {
                target.put((to + i * toStride) * size, source, (from + i * fromStride) * size, width * size);
            }
        }
    }

    private static final class Shorts extends CopyTarget {
        private final ShortBuffer target;

        Shorts(ShortBuffer target) {
            this.target = target;
        }

        @Override
        public void put(ByteBuffer source, int from, int fromStride, int to, int toStride, int count, int width) {
            ShortBuffer values = source.asShortBuffer();
            for (int i = 0; i < count; i++) {
                if (width == 1) {
                    target.put(to + i * toStride, values.get(from + i * fromStride));
                } else {
                    target.put(to + i * toStride, values, from + i * fromStride, width);
                }
            }
        }
    }

    private static final class Ints extends CopyTarget {
        private final IntBuffer target;

        Ints(IntBuffer target) {
            this.target = target;
        }

        @Override
        public void put(ByteBuffer source, int from, int fromStride, int to, int toStride, int count, int width) {
            IntBuffer values = source.asIntBuffer();
            for (int i = 0; i < count; i++) {
                if (width == 1) {
                    target.put(to + i * toStride, values.get(from + i * fromStride));
                } else {
                    target.put(to + i * toStride, values, from + i * fromStride, width);
                }
            }
        }
    }

    private static final class Longs extends CopyTarget {
        private final LongBuffer target;

        Longs(LongBuffer target) {
            this.target = target;
        }

        @Override
        public void put(ByteBuffer source, int from, int fromStride, int to, int toStride, int count, int width) {
            LongBuffer values = source.asLongBuffer();
            for (int i = 0; i < count; i++) {
                if (width == 1) {
                    target.put(to + i * toStride, values.get(from + i * fromStride));
                } else {
                    target.put(to + i * toStride, values, from + i * fromStride, width);
                }
            }
        }
    }

    private static final class Floats extends CopyTarget {
        private final FloatBuffer target;

        Floats(FloatBuffer target) {
            this.target = target;
        }

        @Override
        public void put(ByteBuffer source, int from, int fromStride, int to, int toStride, int count, int width) {
            FloatBuffer values = source.asFloatBuffer();
            for (int i = 0; i < count; i++) {
                if (width == 1) {
                    target.put(to + i * toStride, values.get(from + i * fromStride));
                } else {
                    target.put(to + i * toStride, values, from + i * fromStride, width);
                }
            }
        }
    }

    private static final class Doubles extends CopyTarget {
        private final DoubleBuffer target;

        Doubles(DoubleBuffer target) {
            this.target = target;
        }

        @Override
        public void put(ByteBuffer source, int from, int fromStride, int to, int toStride, int count, int width) {
            DoubleBuffer values = source.asDoubleBuffer();
            for (int i = 0; i < count; i++) {
                if (width == 1) {
                    target.put(to + i * toStride, values.get(from + i * fromStride));
                } else {
                    target.put(to + i * toStride, values, from + i * fromStride, width);
                }
            }
        }
    }
}
