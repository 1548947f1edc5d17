/** What {@code io.vtkhdf} asks of ISA-L: whole streams of raw deflate data, in arrays. */
package io.vtkhdf.isal;
