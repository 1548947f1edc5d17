package io.vtkhdf.vtk;

import io.vtkhdf.Dimensions;
import java.lang.reflect.Array;

/** Whole arrays of any primitive type, turned from one order of their tuples into the other. */
record TupleBox(Dimensions dimensions, int components) {

    Object toXSlowest(Object xFastest) {
        return turned(xFastest, dimensions.x(), dimensions.z());
    }

    Object toXFastest(Object xSlowest) {
        return turned(xSlowest, dimensions.z(), dimensions.x());
    }

    private Object turned(Object source, int fastest, int slowest) {
        int middle = dimensions.y();
        Object target = Array.newInstance(source.getClass().getComponentType(), Array.getLength(source));
        int from = 0;
        for (int s = 0; s < slowest; s++) {
            for (int m = 0; m < middle; m++) {
                for (int f = 0; f < fastest; f++) {
                    System.arraycopy(source, from, target, ((f * middle + m) * slowest + s) * components, components);
                    from += components;
                }
            }
        }
        return target;
    }
}
