package io.vtkhdf.cli;

import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.text.PlainValues;
import io.vtkhdf.cli.text.StandardOutput;
import io.vtkhdf.cli.text.Stdout;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The entry of the command line. */
public final class Main {

    static {
        // Dates, tables of databases and files: 200 classes to parse what no option is, but for files, which
        // PlainValues parses.
        System.setProperty("picocli.converters.excludes", "java.*");
    }

    private Main() {}

    public static void main(String[] args) {
        int exitCode = ExitCode.UNREADABLE; // Java's own would be 1, which is that of images that differ.
        try {
            InterruptWord word = new InterruptWord();
            exitCode = run(new StandardOutput(), new FileOutputStream(FileDescriptor.err), args);
            word.keep();
            InterruptGuard.lastWordSaid(exitCode);
        } catch (OutOfMemoryError e) {
            System.err.println("vtkhdf: out of memory");
        } catch (RuntimeException | Error e) {
            System.err.println("vtkhdf: internal error, please report it: " + e);
            e.printStackTrace();
        } finally {
            System.exit(exitCode);
        }
    }

    /** Runs one command without ending the JVM and returns its exit code. */
    public static int run(OutputStream out, OutputStream err, String... args) {
        VtkhdfCommand root = new VtkhdfCommand();
        CommandLine commandLine = new CommandLine(root.spec(), Specs.FACTORY);
        Commands.addTo(commandLine, args);
        return run(root, commandLine, out, err, args);
    }

    /**
     * Runs a command of another module as if it were one of these.
     *
     * @param program how the usage names what has the command
     * @param args those of the command, without its name
     */
    public static int run(String program, CommandSpec command, OutputStream out, OutputStream err, String... args) {
        VtkhdfCommand root = new VtkhdfCommand();
        root.spec().name(program);
        CommandLine commandLine = new CommandLine(root.spec(), Specs.FACTORY);
        commandLine.addSubcommand(command.name(), command);
        List<String> together = new ArrayList<>(List.of(args));
        together.add(0, command.name());
        return run(root, commandLine, out, err, together.toArray(new String[0]));
    }

    private static int run(
            VtkhdfCommand root, CommandLine commandLine, OutputStream out, OutputStream err, String... args) {
        FailureHandler failures = new FailureHandler(root);
        PlainValues.addTo(commandLine);
        commandLine
                .setOut(new Stdout(out))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        try {
            return commandLine.execute(args);
        } catch (OutOfMemoryError e) {
            return failures.outOfMemory(commandLine, e);
        }
    }
}
