/**
 * Reads VTKHDF images: {@link io.vtkhdf.read.ImageDataReader} opens a file, {@link io.vtkhdf.read.ArrayReader} yields
 * an array's values by slice, region or whole.
 *
 * <pre>{@code
 * try (ImageDataReader reader = ImageDataReader.open(Path.of("big.vtkhdf"))) {
 *     ArrayReader data = reader.pointArray("data");
 *     double[] slice = data.readDoubles(0); // z slice 0, x fastest
 *     double[] box = data.readDoubles(new Region(10, 0, 1, new Dimensions(20, 5, 2)));
 * }
 * }</pre>
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/index.html">VTKHDF file format</a>
 */
package io.vtkhdf.read;
