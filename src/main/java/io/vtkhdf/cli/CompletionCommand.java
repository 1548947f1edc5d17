package io.vtkhdf.cli;

import io.vtkhdf.cli.completion.BashCompletion;
import io.vtkhdf.cli.completion.CompletionModel;
import io.vtkhdf.cli.completion.FishCompletion;
import io.vtkhdf.cli.completion.ZshCompletion;
import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.text.Stdout;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

final class CompletionCommand implements Callable<Integer> {

    /** The shells that are known. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    private final Arg<Shell> shell =
            Arg.of(Shell.class, Arg.parameter(0, "bash|zsh|fish").description("The shell."));

    private final CommandSpec spec = Specs.of(this, "completion", shell);

    CompletionCommand() {
        spec.usageMessage()
                .description(
                        "Prints a script that makes a shell complete commands, options, their values and file names.",
                        "",
                        "For good: in ~/.bashrc or, after compinit, in ~/.zshrc the line of the example; for fish write the script to"
                                + " ~/.config/fish/completions/vtkhdf.fish.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  source <(vtkhdf completion bash)",
                        "  source <(vtkhdf completion zsh)",
                        "  vtkhdf completion fish | source");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws FileSystemException {
        CompletionModel model = CompletionModel.of(spec.root());
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (shell.get()) {
                    case BASH -> new BashCompletion(model).script();
                    case ZSH -> new ZshCompletion(model).script();
                    case FISH -> new FishCompletion(model).script();
                });
        Stdout.requireWritten(out);
        return ExitCode.DONE;
    }
}
