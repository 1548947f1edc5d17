/**
 * Opens image files of every format that is read, and converts them to VTKHDF, slab by slab, in memory that does not
 * grow with the image: see {@link io.vtkhdf.convert.Conversion}.
 *
 * <pre>{@code
 * try (ImageSource source = ImageSources.open(Path.of("scan.vti"))) {
 *     Conversion.of(source).to(Path.of("scan.vtkhdf"), WriteOptions.defaults());
 * }
 * }</pre>
 */
package io.vtkhdf.convert;
