package io.vtkhdf.image;

/** An axis of the image's index space. */
public enum Axis {
    X,
    Y,
    Z
}
