package io.vtkhdf.cli.option;

import java.nio.file.Path;

/**
 * A file that was given, or found in a folder that was.
 *
 * @param place where it lies in that folder; its name alone if it was given itself
 */
public record FoundFile(Path file, Path place) {

    static FoundFile given(Path file) {
        Path name = file.getFileName();
        return new FoundFile(file, name == null ? file : name);
    }
}
