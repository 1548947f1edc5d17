/**
 * What an image is made of: its {@linkplain io.vtkhdf.image.ImageGeometry geometry}, the
 * {@linkplain io.vtkhdf.image.ArraySpec arrays} of its points and cells, {@linkplain io.vtkhdf.image.FieldArray field
 * arrays}, and {@linkplain io.vtkhdf.image.Region boxes} of it. Values only: nothing here reads or writes.
 *
 * <pre>{@code
 * ImageGeometry geometry = ImageGeometry.of(91, 51, 121).withSpacing(0.01, 0.013, 0.03).centred(Axis.Z);
 * Dimensions cells = geometry.dimensions(Association.CELL); // 90 x 50 x 120
 * double[] z = geometry.pointAxis(Axis.Z); // 0, 0.03 ... 3.6
 * Region slice = Region.slice(geometry.dimensions(), Axis.X, 45); // the points where x is 0
 * ArraySpec velocity = ArraySpec.point("velocity", ScalarType.FLOAT32).withComponents(3);
 * }</pre>
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/index.html">VTKHDF file format</a>
 */
package io.vtkhdf.image;
