package io.vtkhdf.bytes;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a {@link java.nio.file.FileSystem} may implement whose files are read best in a way of its own:
 * {@link ByteSource#of(Path)} asks it, and so everything that reads a file.
 */
public interface SourceFileSystem {

    /**
     * Opens a file.
     *
     * @param file one of this file system's
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    ByteSource open(Path file) throws IOException;
}
