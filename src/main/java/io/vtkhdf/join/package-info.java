/**
 * Joins images that lie in several files into one, without copying: {@link io.vtkhdf.join.ImageJoin} writes a file
 * whose arrays are virtual datasets of HDF5 over those of its parts.
 */
package io.vtkhdf.join;
