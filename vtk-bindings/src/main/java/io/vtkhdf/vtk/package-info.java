/**
 * {@code vtkImageData} in and out of VTKHDF files.
 *
 * <p>The caller has loaded VTK's native libraries: those of CommonCore and CommonDataModel and what they depend on. VTK
 * is not thread-safe, so neither are these methods on the same image. Native memory of temporaries is released here;
 * images and arrays that are handed out are the caller's, as everywhere in VTK's Java wrappers.
 */
package io.vtkhdf.vtk;
