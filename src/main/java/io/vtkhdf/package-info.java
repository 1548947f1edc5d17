/**
 * VTKHDF image files: written slice by slice, read by slice, region or whole.
 *
 * <p>Conventions, stated once for all types of this package:
 *
 * <ul>
 *   <li>Axes are named x, y, z, in that order, everywhere; the z, y, x order of the HDF5 datasets is an internal
 *       matter.
 *   <li>x varies fastest in memory unless {@link io.vtkhdf.image.Order#X_SLOWEST} is asked for. The components of a tuple are
 *       always next to each other.
 *   <li>Extents are inclusive at both ends, as in VTK.
 *   <li>Lengths are in the user's own units.
 *   <li>A <em>slice</em> is one index of an axis (of z, where no axis is named), a <em>slab</em> a run of neighbouring
 *       slices; both count from 0 whatever the extent.
 *   <li>Values travel as Java primitive arrays of the carrier type of their {@link io.vtkhdf.image.ScalarType}, or as
 *       {@link java.nio.ByteBuffer}s, whose byte order is honoured.
 *   <li>A wrong argument is an {@link java.lang.IllegalArgumentException}, a call at the wrong time an
 *       {@link java.lang.IllegalStateException}, anything wrong with a file an {@link java.io.IOException}:
 *       {@link io.vtkhdf.error.CorruptFileException} if the file is broken, {@link io.vtkhdf.error.UnsupportedFileException} if it
 *       is well-formed but beyond this library.
 *   <li>Records, enumerations and what else holds no file are immutable, and so thread-safe; a
 *       {@link io.vtkhdf.image.FieldArray} is as long as nobody changes its values. Readers and writers and their arrays are
 *       thread-safe; an {@link io.vtkhdf.source.ImageSource} is not.
 * </ul>
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/index.html">VTKHDF file format</a>
 */
package io.vtkhdf;
