/**
 * Reads VTKHDF images: {@link io.vtkhdf.read.ImageDataReader} opens a file, {@link io.vtkhdf.read.ArrayReader} yields
 * an array's values by slice, region or whole.
 */
package io.vtkhdf.read;
