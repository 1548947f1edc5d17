/**
 * What VTK's readers make of a VTKHDF image, release by release: {@link io.vtkhdf.compat.Reading}.
 *
 * <p>All types are immutable, and so thread-safe.
 */
package io.vtkhdf.compat;
