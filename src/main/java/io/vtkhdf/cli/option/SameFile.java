package io.vtkhdf.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a command would write over what it reads. */
public final class SameFile {

    private SameFile() {}

    /** Whether two paths, however written, lead to one file; {@code output} need not exist. */
    public static boolean is(Path input, Path output) throws IOException {
        return Files.exists(output) && Files.isSameFile(input, output);
    }

    /** Whether two paths, however written, are the same place, of a file that need not exist. */
    public static boolean isPlace(Path one, Path other) throws IOException {
        Path folder = one.toAbsolutePath().normalize().getParent();
        Path otherFolder = other.toAbsolutePath().normalize().getParent();
        return one.getFileName() != null
                && one.getFileName().equals(other.getFileName())
                && Files.exists(folder)
                && Files.exists(otherFolder)
                && Files.isSameFile(folder, otherFolder);
    }
}
