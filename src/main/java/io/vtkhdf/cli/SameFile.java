package io.vtkhdf.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a command would write over what it reads. */
final class SameFile {

    private SameFile() {}

    /** Whether two paths, however written, lead to one file; {@code output} need not exist. */
    static boolean is(Path input, Path output) throws IOException {
        return Files.exists(output) && Files.isSameFile(input, output);
    }
}
