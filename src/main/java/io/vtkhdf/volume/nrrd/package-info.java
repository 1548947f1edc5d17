/** Nearly raw raster data ({@code .nrrd}, {@code .nhdr} with data beside it) as image sources. */
package io.vtkhdf.volume.nrrd;
