package io.vtkhdf.series;

import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;

/** Opens a file of any format as one image. */
@FunctionalInterface
public interface ImageOpener {
    ImageSource open(Path file) throws IOException;
}
