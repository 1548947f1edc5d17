/** Internal: one slice of an image as a picture, a table or bare numbers. */
package io.vtkhdf.cli.slice;
