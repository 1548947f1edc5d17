/**
 * Internal: the vocabulary of HDF5, for both its halves, reading and writing.
 *
 * @see <a href="https://docs.hdfgroup.org/hdf5/develop/_f_m_t3.html">HDF5 File Format Specification Version 3.0</a>
 */
package io.vtkhdf.hdf5;
