package io.vtkhdf.cli;

import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "help",
        description = "Shows how to use vtkhdf, or one of its commands.",
        footerHeading = "%nExample:%n",
        footer = "  vtkhdf help convert")
final class HelpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = CompletionModel.COMMAND, description = "The command.")
    private String name;

    @Override
    public Integer call() throws FileSystemException {
        CommandLine root = spec.root().commandLine();
        CommandLine wanted = name == null ? root : root.getSubcommands().get(name);
        if (wanted == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "found no command '" + name + "', expected "
                            + String.join(", ", root.getSubcommands().keySet()));
        }
        wanted.usage(spec.commandLine().getOut());
        Stdout.requireWritten(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
