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
}
