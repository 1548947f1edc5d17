/**
 * Internal: planes of values as pictures. {@link io.vtkhdf.picture.ColourScales} make one of all values, once for all
 * pictures that are to be comparable; a {@link io.vtkhdf.picture.Figure} shows one plane or several in its colours.
 */
package io.vtkhdf.picture;
