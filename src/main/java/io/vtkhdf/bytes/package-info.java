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
 *
 * <p>{@code OwnSourcesTest} among the tests of this library is an example of others: an entry of an archive in memory,
 * and a path of another {@code java.nio.file} provider. A provider that reads in a way of its own says so by
 * {@link io.vtkhdf.bytes.SourceFileSystem}.
 */
package io.vtkhdf.bytes;
