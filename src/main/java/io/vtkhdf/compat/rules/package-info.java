/**
 * How VTK's readers come to what they make of a VTKHDF image: the one place that knows. Knows nothing of HDF5, of files
 * or of writing: it judges a plain description of what is stored.
 *
 * <p>The rules come from the sources of {@code vtkHDFReader} (IO/HDF) and from trials with the releases 9.1.0, 9.2.6,
 * 9.3.1, 9.4.2, 9.5.2, 9.6.2 and 9.7.2 as they are published, with the HDF5 that they bring along; a build with another
 * HDF5 may know more filters. A reading is one of the whole image, in one piece; of a time series, of its steps.
 *
 * <p>All types are immutable, and so thread-safe.
 */
package io.vtkhdf.compat.rules;
