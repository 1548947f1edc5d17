/** Stacks of pictures as image sources: pages of TIFF, PNG files, one or more in each file, a folder of them. */
package io.vtkhdf.volume.stack;
