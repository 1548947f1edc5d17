/**
 * Joins images that lie in several files into one, without copying: {@link io.vtkhdf.join.ImageJoin} writes a file
 * whose arrays are virtual datasets of HDF5 over those of its parts.
 *
 * <pre>{@code
 * ImageJoin join = ImageJoin.along(Axis.Z, List.of(Path.of("slab-1.vtkhdf"), Path.of("slab-0.vtkhdf")));
 * System.out.println(join.image().geometry() + ", of " + join.parts()); // in the order in which they lie
 * join.to(Path.of("scan.vtkhdf"), WriteOptions.defaults());
 * }</pre>
 */
package io.vtkhdf.join;
