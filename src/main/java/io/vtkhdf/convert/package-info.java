/**
 * Opens image files of every format that is read, and converts them to VTKHDF, slab by slab, in memory that does not
 * grow with the image: see {@link io.vtkhdf.convert.Conversion}.
 */
package io.vtkhdf.convert;
