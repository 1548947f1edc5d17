package io.vtkhdf.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs from elsewhere, run to their end. */
public final class Tool {

    private Tool() {}

    public static String python() {
        return System.getProperty("vtkhdf.python", "/usr/bin/python3");
    }

    public static Path pythonScript(String name) {
        return Path.of(System.getProperty("basedir", "")).resolve("python").resolve(name);
    }

    public static String h5dump() {
        return System.getProperty("vtkhdf.h5dump", "h5dump");
    }

    /**
     * Runs a program that must succeed. It is given ten minutes, which only one that hangs takes.
     *
     * @return what it wrote to standard output and standard error
     */
    public static String run(Path scratch, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(scratch, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean isDone = process.waitFor(10, TimeUnit.MINUTES);
        if (!isDone) {
            process.destroyForcibly();
        }
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        Files.delete(output);
        if (!isDone || process.exitValue() != 0) {
            String end = isDone ? "exit code " + process.exitValue() : "not done after ten minutes";
            throw new AssertionError(command + ": " + end + ": " + text.substring(Math.max(0, text.length() - 4000)));
        }
        return text;
    }

    public static String runH5dump(Path scratch, Path file, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(h5dump()));
        command.addAll(List.of(options));
        command.add(file.toString());
        return run(scratch, command);
    }
}
