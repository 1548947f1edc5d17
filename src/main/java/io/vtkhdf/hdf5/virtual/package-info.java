/** What virtual datasets are made of: which elements of which other dataset stand where. Reads no file. */
package io.vtkhdf.hdf5.virtual;
