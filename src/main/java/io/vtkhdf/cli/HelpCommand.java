package io.vtkhdf.cli;

import io.vtkhdf.cli.completion.CompletionModel;
import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.text.Stdout;
import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

final class HelpCommand implements Callable<Integer> {

    private final Arg<String> name = Arg.of(
            String.class,
            Arg.parameter(0, CompletionModel.COMMAND)
                    .arity("0..1")
                    .required(false)
                    .description("The command."));

    private final CommandSpec spec = Specs.of(this, "help", name);

    HelpCommand() {
        spec.usageMessage()
                .description("Shows how to use vtkhdf, or one of its commands.")
                .footerHeading(Specs.EXAMPLE)
                .footer("  vtkhdf help convert");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws FileSystemException {
        CommandLine root = spec.root().commandLine();
        CommandLine wanted = name.isGiven() ? root.getSubcommands().get(name.get()) : root;
        if (wanted == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "found no command '" + name.get() + "', expected "
                            + String.join(", ", root.getSubcommands().keySet()));
        }
        wanted.usage(spec.commandLine().getOut());
        Stdout.requireWritten(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
