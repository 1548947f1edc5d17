/**
 * Where bytes come from: {@link io.vtkhdf.bytes.ByteSource}, below everything that is read as VTKHDF. Knows nothing of
 * any format.
 *
 * <pre>{@code
 * try (ByteSource bytes = ByteSource.of(Path.of("big.vtkhdf"));
 *         ImageDataReader reader = ImageDataReader.open(bytes)) {
 *     double[] slice = reader.pointArray("data").readDoubles(0);
 * }
 * }</pre>
 */
package io.vtkhdf.bytes;
