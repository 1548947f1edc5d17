package io.vtkhdf.cli.view;

import io.vtkhdf.cli.slice.ValueRange;

/**
 * A plane as plain pixels, as PNG: one for each value, or fewer; index 0 of the fast axis is on the left, that of the
 * slow one at the bottom, whatever the sign of the spacing.
 *
 * @param range the values of the first and last colour
 * @param note what is to be said of it, such as that it shows fewer pixels than there are values; may be empty
 */
record PlanePicture(byte[] png, ValueRange range, String note) {}
