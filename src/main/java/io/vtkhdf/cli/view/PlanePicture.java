package io.vtkhdf.cli.view;

import io.vtkhdf.picture.ValueRange;
import java.util.Optional;

/**
 * A plane as plain pixels, as PNG: one for each value, or fewer; index 0 of the fast axis is on the left, that of the
 * slow one at the bottom, whatever the sign of the spacing.
 *
 * @param range the values of the first and last colour; empty if colours are not those of a range
 * @param note what is to be said of it, such as that it shows fewer pixels than there are values
 */
record PlanePicture(byte[] png, Optional<ValueRange> range, String note) {}
