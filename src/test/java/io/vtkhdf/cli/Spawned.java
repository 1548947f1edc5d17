package io.vtkhdf.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.condition.OS;

/** The command line in a process of its own. */
public record Spawned(int exitCode, String said) {

    /** What starts it: Java with the given options, and without a warning about ISA-L, as the launcher has it. */
    public static List<String> command(List<String> javaOptions, Object... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        Arrays.stream(args).map(Object::toString).forEach(command::add);
        return command;
    }

    /**
     * Starts a command that hears INT, which what a script starts in the background ignores, and all that it starts.
     */
    static Process startInterruptible(List<String> command) throws IOException {
        List<String> hearing =
                new ArrayList<>(OS.LINUX.isCurrentOs() ? List.of("env", "--default-signal=INT") : List.of());
        hearing.addAll(command);
        return new ProcessBuilder(hearing).start();
    }

    public static Spawned run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Spawned(process.waitFor(), said);
    }
}
