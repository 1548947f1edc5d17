package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class FailureHandlerTest {

    private static final Path FILE = Path.of("dir/a.hdf");

    private static final class Work implements FileCommand {
        @Override
        public String files() {
            return "in to out";
        }
    }

    private final VtkhdfCommand root = new VtkhdfCommand();
    private final StringWriter err = new StringWriter();

    private int handle(Exception failure) {
        CommandLine commandLine = new CommandLine(Specs.of(new Work(), "work")).setErr(new PrintWriter(err, true));
        return new FailureHandler(root).handleExecutionException(failure, commandLine, null);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new CorruptFileException(FILE.toString(), "/VTKHDF", "nothing", "a group"),
                        3,
                        "dir/a.hdf: /VTKHDF: found nothing, expected a group"),
                Arguments.of(
                        new UnsupportedFileException(FILE.toString(), "/VTKHDF/Steps", "a time series", "one step"),
                        4,
                        "dir/a.hdf: /VTKHDF/Steps: found a time series, expected one step"),
                Arguments.of(
                        new UnsupportedOperationException("found too much, expected less"),
                        4,
                        "in to out: found too much, expected less"),
                Arguments.of(new NoSuchFileException("a.hdf"), 3, "a.hdf: no such file or directory"),
                Arguments.of(new AccessDeniedException("a.hdf"), 3, "a.hdf: permission denied"),
                Arguments.of(
                        new FileAlreadyExistsException("a.hdf"), 3, "a.hdf: exists already; --overwrite replaces it"),
                Arguments.of(
                        new FileAlreadyExistsException("a.hdf", null, OutputFile.EXISTS),
                        3,
                        "a.hdf: exists already; --overwrite replaces it"),
                Arguments.of(
                        new FileAlreadyExistsException("a.hdf", null, "is a directory"), 3, "a.hdf: is a directory"),
                Arguments.of(
                        new FileSystemException("a.hdf", null, "Read-only file system"),
                        3,
                        "a.hdf: Read-only file system"),
                Arguments.of(new IOException("No space left on device"), 3, "in to out: No space left on device"),
                Arguments.of(new UncheckedIOException(new NoSuchFileException("b")), 3, "b: no such file or directory"),
                Arguments.of(new IOException("two\nlines"), 3, "in to out: two lines"),
                Arguments.of(new CancellationException("interrupted"), 130, "interrupted"),
                Arguments.of(
                        new IllegalStateException("oops"),
                        3,
                        "in to out: internal error, please report it with what --debug prints:"
                                + " java.lang.IllegalStateException: oops"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsOneLineAndAnExitCode(Exception failure, int exitCode, String line) {
        assertEquals(exitCode, handle(failure));
        assertEquals("vtkhdf: " + line + System.lineSeparator(), err.toString());
    }

    @Test
    void aWrongArgumentIsWrongUsage() {
        assertEquals(2, handle(new IllegalArgumentException("at least 1 thread, found 0")));
        assertEquals(2, err.toString().lines().count());
        assertTrue(err.toString().contains("vtkhdf: at least 1 thread, found 0"));
        assertTrue(err.toString().contains("Try 'work --help'."));
    }

    @Test
    void theStackTraceIsForDebugging() {
        new CommandLine(root.spec()).parseArgs("--debug");
        handle(new IOException("x"));
        assertTrue(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void outOfMemoryAdvises() {
        CommandLine commandLine = new CommandLine(Specs.of(new Work(), "work")).setErr(new PrintWriter(err, true));
        assertEquals(3, new FailureHandler(root).outOfMemory(commandLine, new OutOfMemoryError()));
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().contains("-Xmx"), err.toString());
    }
}
