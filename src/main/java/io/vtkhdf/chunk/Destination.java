package io.vtkhdf.chunk;

/**
 * Where the elements of a box go.
 *
 * @param start the place in the target of the box's first element
 * @param strides the distance in the target of neighbours along each axis of the box
 */
public record Destination(CopyTarget target, int start, int... strides) {}
