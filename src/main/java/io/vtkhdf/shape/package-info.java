/**
 * What becomes of an image on its way into a file: a part of it, fewer points, other types, other names, slab by slab,
 * in memory that does not grow with it. See {@link io.vtkhdf.shape.Shaping}, and {@link io.vtkhdf.shape.Merging} for
 * one image of several.
 *
 * <pre>{@code
 * Shaping part = Shaping.none().withRegion(IndexRange.ALL, IndexRange.ALL, new IndexRange(4, 7));
 * try (ImageSource source = ImageSources.open(Path.of("scan.vti"))) {
 *     Conversion.of(part.of(source, "scan.vti")).to(Path.of("part.vtkhdf"), WriteOptions.defaults());
 * }
 * }</pre>
 */
package io.vtkhdf.shape;
