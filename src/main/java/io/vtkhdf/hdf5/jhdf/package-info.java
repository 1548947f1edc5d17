/**
 * Internal: the one place that knows jHDF, which parses what is old and intricate of HDF5; what comes out are records
 * of ours.
 */
package io.vtkhdf.hdf5.jhdf;
