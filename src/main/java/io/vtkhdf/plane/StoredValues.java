package io.vtkhdf.plane;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.read.ArrayReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An array of a VTKHDF file. */
record StoredValues(ArrayReader array) implements ArrayValues {

    @Override
    public ArraySpec spec() {
        return array.spec();
    }

    @Override
    public Dimensions dimensions() {
        return array.dimensions();
    }

    @Override
    public int rowsTogether(Axis axis) throws IOException {
        return array.storage().chunk().map(chunk -> chunk.along(axis)).orElse(1);
    }

    @Override
    public void read(Region region, ByteBuffer target) throws IOException {
        array.read(region, target, Order.X_FASTEST);
    }

    @Override
    public void close() {}
}
