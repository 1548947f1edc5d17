/** Internal: how two images differ, and what is said of the values of one; of any size, of any formats. */
package io.vtkhdf.compare;
