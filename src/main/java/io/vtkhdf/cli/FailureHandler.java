package io.vtkhdf.cli;

import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Sizes;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The one place where a failure becomes a line on stderr and an exit code. */
final class FailureHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** What Java has instead of bytes that are no letters in the locale's encoding. */
    private static final char NO_LETTER = '\ufffd';

    private final VtkhdfCommand root;

    FailureHandler(VtkhdfCommand root) {
        this.root = root;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine commandLine = failure.getCommandLine();
        print(commandLine, UsageWords.of(failure, args), failure);
        if (report(commandLine) == Report.WORDS) {
            commandLine.getErr().println("Try '" + commandLine.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (failure instanceof IllegalArgumentException) {
            return handleParseException(
                    new ParameterException(commandLine, failure.getMessage(), failure), new String[0]);
        }
        Exception cause = failure instanceof UncheckedIOException wrapper ? wrapper.getCause() : failure;
        String files = commandLine.getCommand() instanceof FileCommand command ? command.files() : "";
        print(commandLine, message(cause, files), cause);
        return exitCode(cause);
    }

    /** Prints the failure of one of several files, which ends neither the command nor its usage. */
    void printOf(FileCommand files, Throwable failure, CommandLine commandLine) {
        Throwable cause = failure instanceof UncheckedIOException wrapper ? wrapper.getCause() : failure;
        String message = cause instanceof OutOfMemoryError
                ? files.files() + ": " + outOfMemory()
                : cause instanceof IllegalArgumentException
                        ? named(files.files(), cause.getMessage())
                        : message((Exception) cause, files.files());
        print(commandLine, message, cause);
    }

    int outOfMemory(CommandLine commandLine, OutOfMemoryError error) {
        print(commandLine, outOfMemory(), error);
        return ExitCode.UNREADABLE;
    }

    private static String outOfMemory() {
        return "out of memory with a heap of " + Sizes.text(MemoryBudget.heap())
                + ": lower --max-memory where there is one, or give Java more with -Xmx";
    }

    static int exitCode(Throwable failure) {
        if (failure instanceof UnsupportedFileException || failure instanceof UnsupportedOperationException) {
            return ExitCode.UNSUPPORTED;
        } else if (failure instanceof CancellationException) {
            return ExitCode.INTERRUPTED;
        }
        return ExitCode.UNREADABLE;
    }

    /** In a line, where the failure itself names its file or none is known. */
    static String message(Exception failure) {
        return message(failure, "");
    }

    /** @param files what to name where the failure does not; may be empty */
    private static String message(Exception failure, String files) {
        if (failure instanceof FileContentException || failure instanceof CancellationException) {
            return failure.getMessage();
        } else if (failure instanceof FileSystemException known && known.getFile() != null) {
            return known.getFile() + ": " + reason(known);
        }
        if (failure instanceof IOException || failure instanceof UnsupportedOperationException) {
            return named(files, failure.getMessage() == null ? failure.toString() : failure.getMessage());
        }
        return named(files, "internal error, please report it with what --debug prints: " + failure);
    }

    private static String named(String files, String message) {
        return files.isEmpty() ? message : files + ": " + message;
    }

    private static String reason(FileSystemException failure) {
        if (OutputFile.EXISTS.equals(failure.getReason())) {
            return "exists already; --overwrite replaces it";
        } else if (failure.getReason() != null) {
            return withOptions(failure.getReason());
        } else if (failure instanceof NoSuchFileException) {
            return failure.getFile().indexOf(NO_LETTER) < 0
                    ? "no such file or directory"
                    : "no such file or directory: what is shown as " + NO_LETTER
                            + " is not in the encoding of this locale; rename the file, or set the locale of its name";
        } else if (failure instanceof AccessDeniedException) {
            return "permission denied";
        } else if (failure instanceof FileAlreadyExistsException) {
            return "exists already; --overwrite replaces it";
        }
        return failure.toString();
    }

    /** What users of Java are advised, in the words of the command line. */
    private static String withOptions(String reason) {
        return reason.replace("withOverwrite(true)", "--overwrite")
                .replace("HttpOptions.withHeader", "--header")
                .replace("HttpOptions.withRedirects", "--allow-redirects");
    }

    private static Report report(CommandLine commandLine) {
        return commandLine.getCommand() instanceof ConvertCommand convert ? convert.report() : Report.WORDS;
    }

    private void print(CommandLine commandLine, String message, Throwable failure) {
        report(commandLine).line(commandLine.getErr(), Report.Event.ERROR, message);
        if (root.isDebugged()) {
            failure.printStackTrace(commandLine.getErr());
        }
    }
}
