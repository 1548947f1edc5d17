package io.vtkhdf.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** What is said while a command works. */
final class ProgressOptions {

    @Option(
            names = "--progress",
            paramLabel = "MODE",
            defaultValue = "auto",
            description = "auto (a bar if stderr is a terminal), json (one object a line on stderr) or none."
                    + " Default: ${DEFAULT-VALUE}.")
    private Progress.Mode mode;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    Progress open(PrintWriter err) {
        return Progress.of(quiet ? Progress.Mode.NONE : mode, err, System::nanoTime);
    }

    boolean isQuiet() {
        return quiet;
    }
}
