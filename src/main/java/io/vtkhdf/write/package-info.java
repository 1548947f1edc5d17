/**
 * Writes VTKHDF images: {@link io.vtkhdf.write.ImageDataWriter} creates a file, {@link io.vtkhdf.write.ArrayWriter}
 * takes an array's slices or boxes, in any order and from any thread, in memory that does not grow with the image;
 * {@link io.vtkhdf.write.ImageSeriesWriter} does so step by step.
 *
 * <pre>{@code
 * WriteOptions options = WriteOptions.defaults().withStorage(Storage.fast()).withOverwrite(true);
 * try (ImageDataWriter writer = ImageDataWriter.create(Path.of("big.vtkhdf"), ImageGeometry.of(1200, 1501, 653), options)) {
 *     ArrayWriter data = writer.createPointArray("data", ScalarType.FLOAT64);
 *     for (int k = 0; k < data.dimensions().z(); k++) {
 *         data.writeSlice(k, slice(k)); // double[1501 * 1200], x fastest
 *     }
 *     writer.finish();
 * }
 * }</pre>
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/index.html">VTKHDF file format</a>
 */
package io.vtkhdf.write;
