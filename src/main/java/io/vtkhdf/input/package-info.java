/**
 * Files of values as text or bytes, read forward in bounded memory: what VTK's formats other than HDF5 have in common.
 * And which formats there are.
 */
package io.vtkhdf.input;
