package io.vtkhdf.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a run of the command line gave. */
public record CliRun(int exitCode, String out, String err) {

    public static CliRun of(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = run(out, err, args);
        return new CliRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A run whose standard output fails as a file does on a full disk, or a pipe that nobody reads. */
    static CliRun withFailingOutput(IOException failure, Object... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw failure;
            }
        };
        return new CliRun(run(out, err, args), "", err.toString(StandardCharsets.UTF_8));
    }

    private static int run(OutputStream out, OutputStream err, Object... args) {
        return Main.run(out, err, Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    }
}
