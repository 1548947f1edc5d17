package io.vtkhdf.write.store;

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
public final class ArrayIntake {

    private final WritingGate gate;
    private final ArrayShape shape;
    private final SliceStore store;
    private final WrittenSlices written;

    public ArrayIntake(WritingGate gate, ArrayShape shape, SliceStore store, WrittenSlices written) {
        this.gate = gate;
        this.shape = shape;
        this.store = store;
        this.written = written;
    }

    /** The same array under the name that it was given first. */
    public ArrayIntake as(ArraySpec spec) {
        return new ArrayIntake(gate, new ArrayShape(spec, shape.dimensions(), shape.axes()), store, written);
    }

    public ArraySpec spec() {
        return shape.spec();
    }

    public Dimensions dimensions() {
        return shape.dimensions();
    }

    public WrittenSlices written() {
        return written;
    }

    /** Says which of some slices, counted from the first of them, the caller is to write. */
    private interface Claim {
        BitSet of(int first, int slices, SliceStore store);
    }

    /** Takes neighbouring slices, none of which was written before. */
    public void takeNew(int first, int slices, Object values, Order order) throws IOException {
        take(first, slices, values, order, written::claim);
    }

    /** Takes those of neighbouring slices that are missing. */
    public void takeMissing(int first, int slices, Object values, Order order) throws IOException {
        take(first, slices, values, order, written::claimMissing);
    }

    private void take(int first, int slices, Object values, Order order, Claim claim) throws IOException {
        Objects.requireNonNull(order, "order");
        if (first < 0 || slices > dimensions().z() - first) {
            throw new IllegalArgumentException(shown() + "found " + new Slab(Math.max(first, 0), slices)
                    + ", expected some of 0 to " + (dimensions().z() - 1));
        }
        GivenValues given = given(values, dimensions().x(), dimensions().y(), slices);
        BitSet claimed;
        gate.startWriting();
        try {
            claimed = claim.of(first, slices, store);
            gate.change(() -> {
                for (int i = claimed.nextSetBit(0); i >= 0; i = claimed.nextSetBit(i + 1)) {
                    store.write(first + i, slice(given, i, slices, order));
                }
                return null;
            });
        } finally {
            gate.endWriting();
        }
        advance(values, given);
        gate.commitIfDue(claimed.cardinality());
    }

    private Values slice(GivenValues slab, int index, int slices, Order order) {
        int sliceValues = (int) shape.sliceValues();
        return order == Order.X_FASTEST
                ? slab.slice(index * sliceValues, sliceValues)
                : new TransposedSlice(
                        slab, new Dimensions(dimensions().x(), dimensions().y(), slices), spec().components(), index);
    }

    /** Takes a box. */
    public void take(Region box, Object values, Order order) throws IOException {
        Objects.requireNonNull(order, "order");
        if (!box.isWithin(dimensions())) {
            throw new IllegalArgumentException(
                    shown() + "the region " + box + " is not inside the array of " + dimensions());
        }
        Dimensions size = box.size();
        if (size.x() == dimensions().x() && size.y() == dimensions().y()) {
            takeNew(box.z(), size.z(), values, order);
            return;
        }
        GivenValues given = given(values, size.x(), size.y(), size.z());
        int slices;
        gate.startWriting();
        try {
            slices = written.claim(box, store);
            gate.change(() -> {
                store.write(box, BoxValues.given(box, spec(), given, order));
                return null;
            });
        } finally {
            gate.endWriting();
        }
        advance(values, given);
        gate.commitIfDue(slices);
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
    public void fillMissing() throws IOException {
        Iterable<Region> gaps = written.claimGaps();
        BitSet slices = written.claimRest();
        gate.change(() -> {
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
