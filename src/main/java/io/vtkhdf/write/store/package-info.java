/**
 * Internal: takes the values of one array, slices and boxes from any thread, to their places in the file. It knows
 * which values there are, and what must wait for a chunk to be complete; neither options nor commits.
 */
package io.vtkhdf.write.store;
