/** Arrays that NumPy has saved ({@code .npy}) as image sources. */
package io.vtkhdf.volume.npy;
