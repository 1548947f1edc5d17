package io.vtkhdf.volume;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Bytes of values whose slowest axis in the image is the fastest in the file: z, y, x, components. What is asked for at
 * once is gathered in one pass over the file, so that thick slabs cost the least.
 */
public final class TransposedValues implements InputValues {

    private static final int BUFFER_SIZE = 1 << 18;

    private final InputPlace place;
    private final long start;
    private final Dimensions dimensions;
    private final int components;
    private final int valueSize;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
    /** The next slice. */
    private int slice;

    /** @param start of the first value; the file is long enough */
    public TransposedValues(InputPlace place, long start, Dimensions dimensions, int components, int valueSize) {
        this.place = place;
        this.start = start;
        this.dimensions = dimensions;
        this.components = components;
        this.valueSize = valueSize;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        int slices = (int) (target.remaining() / sliceBytes());
        int first = target.position();
        for (int component = 0; component < components && slices > 0; component++) {
            readComponent(target.duplicate().order(target.order()), first, component, slices);
        }
        target.position(target.limit());
        slice += slices;
    }

    private long sliceBytes() {
        return (long) dimensions.x() * dimensions.y() * components * valueSize;
    }

    /** The columns along z, which follow each other in the file: by y, then by x. */
    private void readComponent(ByteBuffer target, int first, int component, int slices) throws IOException {
        long columns = (long) dimensions.x() * dimensions.y();
        long columnBytes = (long) dimensions.z() * valueSize;
        int runBytes = Math.min(slices * valueSize, BUFFER_SIZE / valueSize * valueSize);
        // Between the runs of neighbouring columns there is little: it is read as well.
        int together = (int) Math.max(1, Math.min(columns, (BUFFER_SIZE - runBytes) / columnBytes));
        for (int from = 0; from < slices * valueSize; from += runBytes) {
            int run = Math.min(runBytes, slices * valueSize - from);
            for (long column = 0; column < columns; column += together) {
                int count = (int) Math.min(together, columns - column);
                read(
                        start + (component * columns + column) * columnBytes + (long) slice * valueSize + from,
                        (int) ((count - 1) * columnBytes) + run);
                for (int i = 0; i < count; i++) {
                    spread(target, first, (int) (i * columnBytes), run, column + i, component, from / valueSize);
                }
            }
        }
    }

    private void read(long position, int length) throws IOException {
        buffer.clear().limit(length);
        for (long at = position; buffer.hasRemaining(); ) {
            int count = place.file().read(at, buffer);
            if (count < 0) {
                throw place.corruptAt(
                        at,
                        "the end of the file, which has become shorter",
                        place.file().size() + " bytes");
            }
            at += count;
        }
    }

    private void spread(ByteBuffer target, int first, int at, int length, long column, int component, int firstSlice) {
        long y = column % dimensions.y();
        long x = column / dimensions.y();
        long sliceBytes = sliceBytes();
        long place = first + ((y * dimensions.x() + x) * components + component) * valueSize + firstSlice * sliceBytes;
        for (int i = at; i < at + length; i += valueSize) {
            target.put((int) place, buffer, i, valueSize);
            place += sliceBytes;
        }
    }

    @Override
    public void skip(long count) {
        slice += (int) (count / sliceBytes());
    }
}
