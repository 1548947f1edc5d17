/**
 * Copies images from any {@link io.vtkhdf.source.ImageSource} slab by slab, in memory that does not grow with the
 * image.
 */
package io.vtkhdf.convert;
