/** Legacy VTK files ({@code .vtk}) as image sources. */
package io.vtkhdf.legacy;
