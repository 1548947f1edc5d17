package io.vtkhdf.compare;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.plane.ArrayValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * B - A, of two arrays of the same dimensions and components, in double precision: of integers the rounded exact
 * difference, 0 where both are NaN or the same infinity, NaN where one of them is NaN. Closing it closes both. Not
 * thread-safe.
 */
public record DifferenceValues(ArrayValues a, ArrayValues b) implements ArrayValues {

    @Override
    public ArraySpec spec() {
        ArraySpec of = a.spec();
        return new ArraySpec(of.association(), of.name(), ScalarType.FLOAT64, of.components())
                .withComponentNames(of.componentNames());
    }

    @Override
    public Dimensions dimensions() {
        return a.dimensions();
    }

    @Override
    public int rowsTogether(Axis axis) throws IOException {
        return Math.max(a.rowsTogether(axis), b.rowsTogether(axis));
    }

    @Override
    public int tupleCost() {
        // As bytes, as numbers, and as wider ones.
        return spec().tupleSize() * 3 + 2 * (a.tupleCost() + b.tupleCost());
    }

    @Override
    public void read(Region region, ByteBuffer target) throws IOException {
        int values = Math.multiplyExact(
                Math.toIntExact(region.size().count()), a.spec().components());
        ScalarType typeA = a.spec().type();
        ScalarType typeB = b.spec().type();
        CommonType common = new CommonType(typeA, typeB);
        Object ofA = common.ofA(values(a, region, values * typeA.size()));
        Object ofB = common.ofB(values(b, region, values * typeB.size()));
        target.order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values; i++) {
            target.putDouble(
                    ofA instanceof long[] longsA
                            ? difference(longsA[i], ((long[]) ofB)[i], common.type())
                            : difference(
                                    common.type().doubleAt(ofA, i),
                                    common.type().doubleAt(ofB, i)));
        }
    }

    private static ByteBuffer values(ArrayValues array, Region region, int bytes) throws IOException {
        ByteBuffer values = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        array.read(region, values);
        return values.flip();
    }

    /** Its magnitude always fits an unsigned integer. */
    private static double difference(long a, long b, ScalarType type) {
        boolean isLess = type.isSigned() ? b < a : Long.compareUnsigned(b, a) < 0;
        return isLess ? -ValueComparison.unsignedDouble(a - b) : ValueComparison.unsignedDouble(b - a);
    }

    private static double difference(double a, double b) {
        return a == b || Double.isNaN(a) && Double.isNaN(b) ? 0 : b - a;
    }

    @Override
    public void close() throws IOException {
        try (a) {
            b.close();
        }
    }
}
