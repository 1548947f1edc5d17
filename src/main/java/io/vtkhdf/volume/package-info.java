/**
 * Volumes as programs other than VTK store them: a header of some lines, and the values of one array as bytes or text,
 * compressed or not, in one file or several. What these formats have in common; each has a room of its own above.
 */
package io.vtkhdf.volume;
