package io.vtkhdf.cli;

import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = {
            "Prints a script that makes a shell complete commands, options, their values and file names.",
            "",
            "For good: in ~/.bashrc or, after compinit, in ~/.zshrc the line of the example; for fish write the script to"
                    + " ~/.config/fish/completions/vtkhdf.fish."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(vtkhdf completion bash)",
            "  source <(vtkhdf completion zsh)",
            "  vtkhdf completion fish | source"
        })
final class CompletionCommand implements Callable<Integer> {

    /** The shells that are known. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "bash|zsh|fish", description = "The shell.")
    private Shell shell;

    @Override
    public Integer call() throws FileSystemException {
        CompletionModel model = CompletionModel.of(spec.root());
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (shell) {
                    case BASH -> new BashCompletion(model).script();
                    case ZSH -> new ZshCompletion(model).script();
                    case FISH -> new FishCompletion(model).script();
                });
        Stdout.requireWritten(out);
        return ExitCode.DONE;
    }
}
