/**
 * {@code vtkhdf info --kerchunk}: where the chunks of a VTKHDF file stand, for those who read zarr.
 *
 * <p>{@link io.vtkhdf.cli.kerchunk.References} has the form of what is printed;
 * {@link io.vtkhdf.cli.kerchunk.ZarrArray} is a dataset in zarr's words, or tells why zarr has none for it;
 * {@link io.vtkhdf.cli.kerchunk.ZarrChunks} are the pieces of its data.
 */
package io.vtkhdf.cli.kerchunk;
