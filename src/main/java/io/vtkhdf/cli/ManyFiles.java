package io.vtkhdf.cli;

import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FoundFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** Does the same with several files: those that fail are named, and the others go on. */
final class ManyFiles {

    /** What is done with a file. */
    interface Action {
        /** @return the exit code, if it were the only file */
        int run(Path file) throws IOException;
    }

    private final List<FoundFile> files;
    private final CommandLine commandLine;

    ManyFiles(List<FoundFile> files, CommandLine commandLine) {
        this.files = files;
        this.commandLine = commandLine;
    }

    /** @return the largest exit code of all */
    int each(Action action) {
        FailureHandler failures = (FailureHandler) commandLine.getExecutionExceptionHandler();
        int worst = ExitCode.DONE;
        for (FoundFile found : files) {
            Path file = found.file();
            int code;
            try {
                code = action.run(file);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                commandLine.getOut().flush();
                failures.printOf(file::toString, e, commandLine);
                code = FailureHandler.exitCode(e);
            }
            worst = Math.max(worst, code);
        }
        return worst;
    }
}
