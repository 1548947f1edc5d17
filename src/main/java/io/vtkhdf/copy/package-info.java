/**
 * Internal: copies images slab by slab, in memory that does not grow with them, from any
 * {@link io.vtkhdf.source.ImageSource} into files of each format that is written.
 */
package io.vtkhdf.copy;
