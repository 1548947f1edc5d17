/**
 * Internal: planes of values, cut across an axis of an image or seen along it, whatever its format; what is to be known
 * of their values, and fewer of them for a picture. All in memory that does not grow with them.
 */
package io.vtkhdf.plane;
