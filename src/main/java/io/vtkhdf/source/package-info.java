/**
 * What an image is read from, whatever its format: {@link io.vtkhdf.source.ImageSource} yields an image's arrays slab
 * by slab, in memory that does not grow with it.
 *
 * <pre>{@code
 * try (ImageSource source = ImageSources.open(Path.of("scan.vti"))) {
 *     ArraySpec array = source.arrays().get(0);
 *     Dimensions size = source.geometry().dimensions(array.association());
 *     ByteBuffer slice = ByteBuffer.allocate(size.x() * size.y() * array.tupleSize()).order(ByteOrder.LITTLE_ENDIAN);
 *     try (SlabReader values = source.open(array)) {
 *         for (int k = 0; k < size.z(); k++) {
 *             values.read(1, slice.clear()); // the next z slice, x fastest
 *         }
 *     }
 * }
 * }</pre>
 */
package io.vtkhdf.source;
