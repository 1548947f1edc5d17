/**
 * The one room that knows jHDF. It parses what is old and intricate: superblocks, symbol tables, local and global
 * heaps, B-trees of version 1, datatypes, dataspaces, filters and attributes, behind classes that return records of
 * {@link io.vtkhdf.hdf5} and throw its exceptions.
 */
package io.vtkhdf.hdf5.jhdf;
