/**
 * Internal: writes HDF5, append-only with one commit point; {@link io.vtkhdf.hdf5.write.Hdf5Writer} states the rule
 * that all writing follows. It knows bytes, shapes and names, and nothing of VTK.
 *
 * <p>What it writes is the format of HDF5 1.10: superblock 2, version 2 object headers, compact links and attributes,
 * contiguous and chunked datasets, variable-length strings in global heaps. Each class states the grammar of the bytes
 * it writes, in the terms of the HDF5 File Format Specification Version 3.0, with the section's number.
 */
package io.vtkhdf.hdf5.write;
