package io.vtkhdf.volume.stack;

import io.vtkhdf.image.ScalarType;

/** What a page holds, in the type and components that it is offered in. */
record PageShape(int width, int height, ScalarType type, int components) {

    /** Whether {@link #bytes} are fewer than 2^31. */
    boolean isCountable() {
        return (long) width * height <= Integer.MAX_VALUE / ((long) components * type.size());
    }

    long bytes() {
        return (long) width * height * components * type.size();
    }

    @Override
    public String toString() {
        return width + " x " + height + " values of " + type.vtkName()
                + (components == 1 ? "" : " with " + components + " components");
    }
}
