package io.vtkhdf.cli.option;

import io.vtkhdf.source.ImageSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens files that do not tell themselves what they are, or not what they are together; an image as a series of one
 * step.
 */
@FunctionalInterface
public interface InputForm {
    ImageSeries open(List<Path> files) throws IOException;
}
