/** MetaIO's images ({@code .mha}, {@code .mhd} with data beside it) as image sources. */
package io.vtkhdf.volume.meta;
