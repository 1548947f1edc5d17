package io.vtkhdf.volume;

import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputRange;

/**
 * A run of a volume's values in a file.
 *
 * @param range where they stand, as they are stored
 */
public record VolumePart(InputFile file, InputRange range) {}
