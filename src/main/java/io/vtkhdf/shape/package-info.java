/**
 * What becomes of an image on its way into a file: a part of it, fewer points, other types, other names, slab by slab,
 * in memory that does not grow with it. See {@link io.vtkhdf.shape.Shaping}.
 */
package io.vtkhdf.shape;
