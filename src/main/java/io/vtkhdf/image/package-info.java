/**
 * What an image is made of: its {@linkplain io.vtkhdf.image.ImageGeometry geometry}, the
 * {@linkplain io.vtkhdf.image.ArraySpec arrays} of its points and cells, {@linkplain io.vtkhdf.image.FieldArray field
 * arrays}, and {@linkplain io.vtkhdf.image.Region boxes} of it. Values only: nothing here reads or writes.
 */
package io.vtkhdf.image;
