/**
 * Internal: reads HDF5, whatever version and layout: objects, links, attributes, datasets, chunk indexes, and blocks of
 * data. Every size is checked before memory is taken for it, and every structure ends, whatever the file says: decision
 * 0012. Knows nothing of VTK.
 */
package io.vtkhdf.hdf5.read;
