package io.vtkhdf.cli;

import io.vtkhdf.cli.diff.DiffCommand;
import io.vtkhdf.cli.join.JoinCommand;
import io.vtkhdf.cli.plan.FinishCommand;
import io.vtkhdf.cli.plan.PlanCommand;
import io.vtkhdf.cli.plan.SlabCommand;
import io.vtkhdf.cli.slice.SliceCommand;
import io.vtkhdf.cli.view.ViewCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands. One that is called is set up alone, for that takes much of the time in which a small one is done. */
final class Commands {

    /** In the order of the help. */
    private static final List<String> NAMES = List.of(
            "convert",
            "info",
            "slice",
            "view",
            "validate",
            "diff",
            "join",
            "plan",
            "slab",
            "finish",
            "completion",
            "help");

    private Commands() {}

    private static CommandSpec spec(String name) {
        return switch (name) {
            case "convert" -> new ConvertCommand().spec();
            case "info" -> new InfoCommand().spec();
            case "slice" -> new SliceCommand().spec();
            case "view" -> new ViewCommand(FailureHandler::message).spec();
            case "validate" -> new ValidateCommand().spec();
            case "diff" -> new DiffCommand().spec();
            case "join" -> new JoinCommand().spec();
            case "plan" -> new PlanCommand().spec();
            case "slab" -> new SlabCommand().spec();
            case "finish" -> new FinishCommand().spec();
            case "completion" -> new CompletionCommand().spec();
            case "help" -> new HelpCommand().spec();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Adds the command that the arguments begin with; all of them if that is none, or one that tells of all. */
    static void addTo(CommandLine root, String... args) {
        for (String name : called(args)) {
            root.addSubcommand(name, spec(name));
        }
    }

    private static List<String> called(String... args) {
        String first = args.length == 0 ? "" : args[0];
        boolean asksForVersion = first.equals("--version") || first.equals("-V");
        if (asksForVersion && args.length == 1) {
            return List.of();
        }
        boolean tellsOfAll = first.equals("completion") || first.equals("help");
        return NAMES.contains(first) && !tellsOfAll ? List.of(first) : NAMES;
    }
}
