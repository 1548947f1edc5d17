package io.vtkhdf.tests.reliability;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own, which can be killed. */
final class ChildJvm implements Closeable {

    /** Which only one that hangs takes. */
    private static final int PATIENCE_MINUTES = 10;

    private final Process process;
    private final BufferedReader lines;

    ChildJvm(String mainClass, Object... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        Arrays.stream(args).map(Object::toString).forEach(command::add);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        lines = process.inputReader();
    }

    /** The next line that it prints; null after its end. */
    String line() throws IOException {
        return lines.readLine();
    }

    /** Ends it as {@code kill -9} does; returns whether it was still running. */
    boolean kill() throws InterruptedException {
        boolean wasAlive = process.isAlive();
        process.toHandle().destroyForcibly(); // That of the process itself would close its output, too.
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("cannot be killed");
        }
        return wasAlive;
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        lines.close();
    }
}
