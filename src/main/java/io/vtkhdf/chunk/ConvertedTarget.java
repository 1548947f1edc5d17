package io.vtkhdf.chunk;

import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Takes values of one type to where values of another go. */
final class ConvertedTarget extends CopyTarget {

    /** So many values stay in the processor's first cache. */
    private static final int MOST_VALUES = 1024;

    private final NumberConversion conversion;
    private final int size;
    private final ByteOrder order;
    private final CopyTarget target;

    /** @param order of the values that the target takes */
    ConvertedTarget(ScalarType from, ScalarType to, ByteOrder order, CopyTarget target) {
        this.conversion = new NumberConversion(from, to);
        this.size = to.size();
        this.order = order;
        this.target = target;
    }

    @Override
    public void put(ByteBuffer source, int from, int fromStride, int to, int toStride, int count, int width) {
        int most = Math.min(MOST_VALUES, width == 1 ? count : width);
        ByteBuffer values = ByteBuffer.allocate(most * size).order(order);
        if (width == 1) {
            for (int done = 0; done < count; done += most) {
                int some = Math.min(most, count - done);
                conversion.convert(source, from + done * fromStride, fromStride, values, some);
                target.put(values, 0, 1, to + done * toStride, toStride, some, 1);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            for (int done = 0; done < width; done += most) {
                int some = Math.min(most, width - done);
                conversion.convert(source, from + i * fromStride + done, 1, values, some);
                target.put(values, 0, some, to + i * toStride + done, some, 1, some);
            }
        }
    }
}
