/**
 * Writes VTKHDF images: {@link io.vtkhdf.write.ImageDataWriter} creates a file, {@link io.vtkhdf.write.ArrayWriter}
 * takes an array's slices or boxes, in any order and from any thread, in memory that does not grow with the image.
 */
package io.vtkhdf.write;
