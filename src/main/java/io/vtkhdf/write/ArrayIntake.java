package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Objects;

/** Takes the values of one array: checks them, claims their places, and hands them on to where they go. */
final class ArrayIntake {

    private final WriterSession writer;
    private final ArrayShape shape;
    private final SliceStore store;
    private final WrittenSlices written;

    ArrayIntake(WriterSession writer, ArrayShape shape, SliceStore store, WrittenSlices written) {
        this.writer = writer;
        this.shape = shape;
        this.store = store;
        this.written = written;
    }

    /** The same array under the name that it was given first. */
    ArrayIntake as(ArraySpec spec) {
        return new ArrayIntake(writer, new ArrayShape(spec, shape.dimensions(), shape.axes()), store, written);
    }

    ArraySpec spec() {
        return shape.spec();
    }

    Dimensions dimensions() {
        return shape.dimensions();
    }

    WrittenSlices written() {
        return written;
    }

    /** Says which of some slices, counted from the first of them, the caller is to write. */
    interface Claim {
        BitSet of(int first, int slices, SliceStore store);
    }

    /** Takes neighbouring slices, or those of them that are claimed. */
    void take(int first, int slices, Object values, Order order, Claim claim) throws IOException {
        Objects.requireNonNull(order, "order");
        if (first < 0 || slices > dimensions().z() - first) {
            throw new IllegalArgumentException(shown() + "found " + new Slab(Math.max(first, 0), slices)
                    + ", expected some of 0 to " + (dimensions().z() - 1));
        }
        GivenValues given = given(values, dimensions().x(), dimensions().y(), slices);
        BitSet claimed;
        writer.startWriting();
        try {
            claimed = claim.of(first, slices, store);
            writer.change(() -> {
                for (int i = claimed.nextSetBit(0); i >= 0; i = claimed.nextSetBit(i + 1)) {
                    store.write(first + i, slice(given, i, slices, order));
                }
                return null;
            });
        } finally {
            writer.endWriting();
        }
        advance(values, given);
        writer.commitIfDue(claimed.cardinality());
    }

    private Values slice(GivenValues slab, int index, int slices, Order order) {
        int sliceValues = (int) shape.sliceValues();
        return order == Order.X_FASTEST
                ? slab.slice(index * sliceValues, sliceValues)
                : new TransposedSlice(
                        slab, new Dimensions(dimensions().x(), dimensions().y(), slices), spec().components(), index);
    }

    /** Takes a box. */
    void take(Region box, Object values, Order order) throws IOException {
        Objects.requireNonNull(order, "order");
        if (!box.isWithin(dimensions())) {
            throw new IllegalArgumentException(
                    shown() + "the region " + box + " is not inside the array of " + dimensions());
        }
        Dimensions size = box.size();
        if (size.x() == dimensions().x() && size.y() == dimensions().y()) {
            take(box.z(), size.z(), values, order, written::claim);
            return;
        }
        GivenValues given = given(values, size.x(), size.y(), size.z());
        int slices;
        writer.startWriting();
        try {
            slices = written.claim(box, store);
            writer.change(() -> {
                store.write(box, BoxValues.given(box, spec(), given, order));
                return null;
            });
        } finally {
            writer.endWriting();
        }
        advance(values, given);
        writer.commitIfDue(slices);
    }

    private GivenValues given(Object values, int x, int y, int z) {
        GivenValues given = GivenValues.of(spec().name(), spec().type(), values);
        long expected;
        try {
            expected = Math.multiplyExact(Math.multiplyExact((long) x * y, (long) z), (long) spec().components());
        } catch (ArithmeticException e) {
            expected = Long.MAX_VALUE; // More than anybody can give.
        }
        boolean isBuffer = values instanceof ByteBuffer;
        if (given.length() == expected) {
            return given;
        } else if (isBuffer && given.length() > expected) {
            return given.slice(0, (int) expected);
        }
        throw new IllegalArgumentException(shown() + "found " + given.length() + " values, expected "
                + (isBuffer ? "at least " : "") + expected + " (" + x + " x " + y + " x " + z
                + " tuples of " + spec().components() + ")");
    }

    private static void advance(Object values, GivenValues given) {
        if (values instanceof ByteBuffer buffer) {
            buffer.position(buffer.position() + given.length() * given.type().size());
        }
    }

    /** Gives all that is missing the fill value. */
    void fillMissing() throws IOException {
        Iterable<Region> gaps = written.claimGaps();
        BitSet slices = written.claimRest();
        writer.change(() -> {
            for (Region gap : gaps) {
                store.fill(gap);
            }
            for (int slice = slices.nextSetBit(0); slice >= 0; slice = slices.nextSetBit(slice + 1)) {
                store.fill(slice);
            }
            store.completeFilled();
            return null;
        });
    }

    private String shown() {
        return ShownText.quoted(spec().name()) + ": ";
    }
}
