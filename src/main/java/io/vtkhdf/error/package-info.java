/**
 * What is wrong with a file: {@link io.vtkhdf.error.CorruptFileException} if it is broken,
 * {@link io.vtkhdf.error.UnsupportedFileException} if it is well-formed but beyond this library. Both name the file,
 * the place in it, what was found and what was expected, in one line that shows no control characters.
 *
 * <pre>{@code
 * try (ImageDataReader reader = ImageDataReader.open(Path.of("scan.vti"))) {
 *     throw new AssertionError();
 * } catch (CorruptFileException e) {
 *     String found = e.found(); // "no HDF5 signature", of e.resource(), at e.place(); e.getMessage() says it all
 * }
 * }</pre>
 */
package io.vtkhdf.error;
