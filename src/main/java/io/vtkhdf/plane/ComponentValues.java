package io.vtkhdf.plane;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * One value for each tuple of an array of several components.
 *
 * @param component which component, of the array's type; if empty, the length of the vector (the root of the sum of
 *     squares), in double precision
 */
public record ComponentValues(ArrayValues array, OptionalInt component) implements ArrayValues {

    @Override
    public ArraySpec spec() {
        ArraySpec all = array.spec();
        ScalarType type = component.isPresent() ? all.type() : ScalarType.FLOAT64;
        return new ArraySpec(all.association(), all.name(), type, 1);
    }

    @Override
    public Dimensions dimensions() {
        return array.dimensions();
    }

    @Override
    public int rowsTogether(Axis axis) throws IOException {
        return array.rowsTogether(axis);
    }

    @Override
    public int tupleCost() {
        // As bytes, and as numbers.
        return spec().tupleSize() + 2 * array.tupleCost();
    }

    @Override
    public void read(Region region, ByteBuffer target) throws IOException {
        int tuples = Math.toIntExact(region.size().count());
        ByteBuffer bytes = ByteBuffer.allocate(
                        Math.multiplyExact(tuples, array.spec().tupleSize()))
                .order(ByteOrder.LITTLE_ENDIAN);
        array.read(region, bytes);
        bytes.flip();
        if (component.isPresent()) {
            copyComponent(bytes, tuples, target);
        } else {
            putMagnitudes(array.spec().type().toArray(bytes), tuples, target.order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    private void copyComponent(ByteBuffer bytes, int tuples, ByteBuffer target) {
        int size = array.spec().type().size();
        for (int i = 0; i < tuples; i++) {
            int from = i * array.spec().tupleSize() + component.getAsInt() * size;
            target.put(bytes.array(), from, size);
        }
    }

    private void putMagnitudes(Object values, int tuples, ByteBuffer target) {
        for (int i = 0; i < tuples; i++) {
            target.putDouble(magnitude(array.spec(), values, i));
        }
    }

    /**
     * The length of a vector, in double precision.
     *
     * @param values of an array, in its type's carrier
     * @param tuple which of them
     */
    public static double magnitude(ArraySpec spec, Object values, int tuple) {
        double sum = 0;
        for (int c = 0; c < spec.components(); c++) {
            double value = spec.type().doubleAt(values, tuple * spec.components() + c);
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    @Override
    public void close() throws IOException {
        array.close();
    }
}
