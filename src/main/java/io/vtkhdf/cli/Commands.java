package io.vtkhdf.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** The commands. One that is called is set up alone, for that takes much of the time in which a small one is done. */
final class Commands {

    private Commands() {}

    /** The commands in the order of the help. */
    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("convert", ConvertCommand.class);
        commands.put("info", InfoCommand.class);
        commands.put("slice", SliceCommand.class);
        commands.put("validate", ValidateCommand.class);
        commands.put("diff", DiffCommand.class);
        commands.put("completion", CompletionCommand.class);
        commands.put("help", HelpCommand.class);
        return commands;
    }

    /** Adds the command that the arguments begin with; all of them if that is none, or one that tells of all. */
    static void addTo(CommandLine root, String... args) {
        Map<String, Class<?>> commands = all();
        Class<?> called = args.length == 0 ? null : commands.get(args[0]);
        if (called == null || called == CompletionCommand.class || called == HelpCommand.class) {
            commands.forEach(root::addSubcommand);
        } else {
            root.addSubcommand(args[0], called);
        }
    }
}
