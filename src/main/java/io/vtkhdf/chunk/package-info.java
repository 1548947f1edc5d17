/**
 * Internal: arrays cut into chunks, and what happens to a chunk's bytes between memory and file. Everything here is
 * row-major (the last axis varies fastest), of any rank, and knows bytes only.
 */
package io.vtkhdf.chunk;
