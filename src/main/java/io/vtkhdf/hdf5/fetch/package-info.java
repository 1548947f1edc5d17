/**
 * Internal: what is wanted of a file whose requests are dear is asked for in few lists of ranges, of bounded size, the
 * next while the last is made use of.
 */
package io.vtkhdf.hdf5.fetch;
