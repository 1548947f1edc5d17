/**
 * Files on servers, read over HTTP and HTTPS by the JDK's own client: an address becomes a read-only
 * {@link java.nio.file.Path}, see {@link io.vtkhdf.http.HttpFiles}, and whatever reads a path reads it, with the files
 * beside it that it names.
 *
 * <pre>{@code
 * HttpFiles files = HttpFiles.with(HttpOptions.defaults().withHeader("Authorization", "Bearer secret"));
 * try (ImageSource source = ImageSources.open(files.path(URI.create("https://example.org/scan.vti")))) {
 *     Conversion.of(source).to(Path.of("copy.vtkhdf"), WriteOptions.defaults());
 * }
 * }</pre>
 */
package io.vtkhdf.http;
