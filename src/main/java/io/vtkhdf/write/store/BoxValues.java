package io.vtkhdf.write.store;

import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;

/** The values of a box of an array, on their way into a file. */
final class BoxValues {

    private final Region region;
    private final ArraySpec array;
    private final IntFunction<Values> slices;

    private BoxValues(Region region, ArraySpec array, IntFunction<Values> slices) {
        this.region = region;
        this.array = array;
        this.slices = slices;
    }

    /** Values that a caller hands over, as many as the region has. */
    static BoxValues given(Region region, ArraySpec array, GivenValues given, Order order) {
        return new BoxValues(region, array, index -> slice(region, array, given, order, index));
    }

    private static Values slice(Region region, ArraySpec array, GivenValues given, Order order, int index) {
        int length = region.size().x() * region.size().y() * array.components();
        return order == Order.X_FASTEST
                ? given.slice(index * length, length)
                : new TransposedSlice(given, region.size(), array.components(), index);
    }

    /** A whole slice of an array. */
    static BoxValues slice(Region slice, ArraySpec array, Values values) {
        return new BoxValues(slice, array, index -> values);
    }

    /** The fill value, again and again. */
    static BoxValues filled(Region region, ArrayShape shape) {
        int length = region.size().x() * region.size().y() * shape.spec().components();
        Values slice = new FilledValues(shape.spec().type(), length);
        return new BoxValues(region, shape.spec(), index -> slice);
    }

    /** One of its z slices, counted from the first of them; x-fastest. */
    Values slice(int index) {
        return slices.apply(index);
    }

    /**
     * Copies a part of it into an array of bytes.
     *
     * @param held the region whose tuples stand there, x-fastest
     */
    void copy(Region part, byte[] target, Region held) throws IOException {
        ByteBuffer bytes = Values.littleEndian(target);
        runs(part, held, (slice, first, count, at) -> slice.get(first, count, bytes.position((int) at)));
    }

    /**
     * Writes a part of it.
     *
     * @param start where the tuples of {@code held} begin, x-fastest
     */
    void write(Region part, StagedCopy staged, StagedCopy.Target target, long start, Region held) throws IOException {
        runs(part, held, (slice, first, count, at) -> staged.write(slice, first, count, target, start + at));
    }

    private interface Runs {
        /** @param at the first byte, in what is held */
        void run(Values slice, int first, int count, long at) throws IOException;
    }

    /** Takes a part apart into what stands together here and in what is held: rows, or those of a slice. */
    private void runs(Region part, Region held, Runs runs) throws IOException {
        int width = part.size().x();
        boolean isJoined = width == region.size().x() && width == held.size().x();
        int tuples = isJoined ? width * part.size().y() : width;
        int count = isJoined ? 1 : part.size().y();
        for (int z = part.z(); z < part.z() + part.size().z(); z++) {
            Values slice = slice(z - region.z());
            for (int y = part.y(); y < part.y() + count; y++) {
                int first = (y - region.y()) * region.size().x() + part.x() - region.x();
                long row = (long) (z - held.z()) * held.size().y() + y - held.y();
                long at = row * held.size().x() + part.x() - held.x();
                runs.run(slice, first * array.components(), tuples * array.components(), at * array.tupleSize());
            }
        }
    }
}
