package io.vtkhdf.file;

/**
 * Marks a {@link java.nio.file.FileSystem} that has no symbolic links, and whose folders cannot be looked at, only the
 * files in them: where a name leads to is told by the name alone. Its paths' {@code toRealPath} touches nothing.
 */
public interface UnlinkedFileSystem {}
