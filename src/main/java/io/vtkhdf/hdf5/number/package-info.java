/** HDF5's numbers as values of the scalar types: which one each becomes, and what makes it of the bits in the file. */
package io.vtkhdf.hdf5.number;
