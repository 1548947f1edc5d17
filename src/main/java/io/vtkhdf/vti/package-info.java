/** Reads VTK's XML image files ({@code .vti}) slab by slab. Internal: see {@link io.vtkhdf.vti.VtiSource}. */
package io.vtkhdf.vti;
