package io.vtkhdf.tests.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code vtkhdf view}, in a process of its own. */
final class RunningView implements AutoCloseable {

    private final Process process;
    private final String address;

    private RunningView(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** In a heap of 64 MB, and without opening a browser. */
    static RunningView of(Path file) throws IOException {
        // What a script starts in the background ignores INT, and all that it starts.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.vtkhdf.cli.Main",
                "view",
                file.toString(),
                "--no-open"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String address =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (address == null) {
            throw new AssertionError("vtkhdf view has ended before it told its address");
        }
        return new RunningView(process, address);
    }

    /** With the token. */
    String address() {
        return address;
    }

    String token() {
        return address.substring(address.indexOf('=') + 1);
    }

    /** Such as {@code http://127.0.0.1:40000}. */
    String origin() {
        return address.substring(0, address.indexOf("/?"));
    }

    /** As Ctrl-C does it; the exit code. */
    int interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        if (!process.waitFor(Chromium.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("vtkhdf view goes on after SIGINT");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
