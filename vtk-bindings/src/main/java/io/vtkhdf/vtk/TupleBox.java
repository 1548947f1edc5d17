package io.vtkhdf.vtk;

import io.vtkhdf.image.Dimensions;
import java.lang.reflect.Array;

/** Whole arrays of any primitive type, turned from one order of their tuples into the other. */
record TupleBox(Dimensions dimensions, int components) {

    /** Tuples along either axis that stay in the processor's cache together. */
    private static final int TILE = 16;

    Object toXSlowest(Object xFastest) {
        return turned(xFastest, dimensions.x(), dimensions.z());
    }

    Object toXFastest(Object xSlowest) {
        return turned(xSlowest, dimensions.z(), dimensions.x());
    }

    private Object turned(Object source, int fastest, int slowest) {
        Object target = Array.newInstance(source.getClass().getComponentType(), Array.getLength(source));
        for (int m = 0; m < dimensions.y(); m++) {
            for (int s = 0; s < slowest; s += TILE) {
                for (int f = 0; f < fastest; f += TILE) {
                    Tile tile = new Tile(f, Math.min(f + TILE, fastest), s, Math.min(s + TILE, slowest));
                    turn(source, target, m, tile, fastest, slowest);
                }
            }
        }
        return target;
    }

    private record Tile(int firstFast, int endFast, int firstSlow, int endSlow) {}

    private void turn(Object source, Object target, int m, Tile tile, int fastest, int slowest) {
        int middle = dimensions.y();
        for (int s = tile.firstSlow; s < tile.endSlow; s++) {
            for (int f = tile.firstFast; f < tile.endFast; f++) {
                int from = (s * middle + m) * fastest + f;
                int to = (f * middle + m) * slowest + s;
                System.arraycopy(source, from * components, target, to * components, components);
            }
        }
    }
}
