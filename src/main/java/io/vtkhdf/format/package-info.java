/**
 * Internal: what makes an HDF5 file a VTKHDF image, in both directions: groups, names, attributes, the order of axes,
 * and the marks of an unfinished file. {@code docs/format.md} shows the tree.
 */
package io.vtkhdf.format;
