/**
 * Where bytes come from: {@link io.vtkhdf.bytes.ByteSource}, below everything that is read as VTKHDF. Knows nothing of
 * any format.
 */
package io.vtkhdf.bytes;
