package io.vtkhdf.cli.option;

import java.nio.file.FileSystems;
import java.nio.file.Path;

/**
 * A file that was given, or found in a folder that was.
 *
 * @param place where it lies in that folder; its name alone if it was given itself
 */
public record FoundFile(Path file, Path place) {

    static FoundFile given(Path file) {
        Path name = file.getFileName();
        return new FoundFile(file, name == null ? file : here(name));
    }

    /** Of an address, its last part, in which a server's slashes are none of this machine's. */
    private static Path here(Path name) {
        return name.getFileSystem() == FileSystems.getDefault()
                ? name
                : Path.of(name.toString()).getFileName();
    }
}
