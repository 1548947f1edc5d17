package io.vtkhdf.vti;

import io.vtkhdf.image.Extent;
import io.vtkhdf.vti.xml.VtiElement;

/**
 * A {@code Piece} element of a {@code .pvti} file: a box of the image, and which file holds the values there.
 *
 * @param source as it stands in the file
 */
record PvtiPart(VtiElement element, Extent extent, String source) {}
