package io.vtkhdf.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Arguments that look like options of a command, but are none. */
final class UnknownOption {

    private UnknownOption() {}

    static Optional<String> first(CommandSpec command, String... args) {
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            String name = args[i].split("=", 2)[0];
            OptionSpec option = command.findOption(name);
            if (option == null && name.startsWith("-") && name.length() > 1) {
                return Optional.of(args[i]);
            }
            boolean takesTheNext = option != null && option.arity().min() > 0 && name.equals(args[i]);
            i += takesTheNext ? 1 : 0;
        }
        return Optional.empty();
    }

    /** Whether there is a file of that name in the current directory. */
    static boolean isFile(String argument) {
        try {
            return Files.exists(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
