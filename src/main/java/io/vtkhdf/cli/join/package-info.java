/** {@code vtkhdf join}: files as slabs of one image, or as steps of one series. */
package io.vtkhdf.cli.join;
