/**
 * Internal: planes of values as pictures. A {@link io.vtkhdf.picture.ColourScale} is made of all values, once for all
 * pictures that are to be comparable; a {@link io.vtkhdf.picture.Figure} shows one plane or several in its colours.
 */
package io.vtkhdf.picture;
