/**
 * What an image is read from, whatever its format: {@link io.vtkhdf.source.ImageSource} yields an image's arrays slab
 * by slab, in memory that does not grow with it.
 */
package io.vtkhdf.source;
