package io.vtkhdf.cli;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments of a command, in the words of all other failures: what was found, and expected. */
final class UsageWords {

    private UsageWords() {}

    /** @param args of the whole command line; none if the failure comes from the command itself */
    static String of(ParameterException failure, String... args) {
        return withoutSecrets(words(failure, args));
    }

    /** Of addresses in the wrong place: neither a user and password nor a signature. */
    private static String withoutSecrets(String said) {
        return said.replaceAll("(?i)(https?://)[^/\\s'@]*@", "$1")
                .replaceAll("(?i)(https?://[^?\\s']*)\\?[^\\s']*", "$1");
    }

    private static String words(ParameterException failure, String... args) {
        CommandLine command = failure.getCommandLine();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            String found = unmatched.getUnmatched().get(0);
            return unmatched.isUnknownOption()
                    ? unknown(command, found, unmatched.getSuggestions())
                    : superfluous(command, found);
        } else if (failure instanceof MissingParameterException missing) {
            // What is mistyped is not missing.
            return UnknownOption.first(command.getCommandSpec(), args)
                    .map(option -> unknown(command, option, List.of()))
                    .orElseGet(() -> missing(command, missing.getMissing(), args));
        } else if (failure instanceof OverwrittenOptionException twice) {
            return "found " + name(twice.getOverwritten()) + " more than once, expected it once";
        } else if (failure.getArgSpec() != null) {
            return name(failure.getArgSpec()) + ": "
                    + (failure.getCause() == null
                            ? "found the value '" + failure.getValue() + "', expected none"
                            : failure.getCause().getMessage());
        }
        boolean isNoCommand = failure.getCause() == null && command.getParent() == null;
        return isNoCommand ? "found no command, expected " + commands(command) : failure.getMessage();
    }

    private static String unknown(CommandLine command, String option, List<String> suggestions) {
        String message = "found '" + option + "', expected an option of '"
                + command.getCommandSpec().qualifiedName() + "'";
        if (UnknownOption.isFile(option)) {
            return message + "; the file of that name is ." + File.separator + option + ", or stands behind --";
        }
        return message + (suggestions.isEmpty() ? "" : "; did you mean '" + suggestions.get(0) + "'?");
    }

    private static String superfluous(CommandLine command, String found) {
        return command.getSubcommands().isEmpty()
                ? "found '" + found + "', expected nothing more behind the other arguments"
                : "found no command '" + found + "', expected " + commands(command);
    }

    private static String commands(CommandLine command) {
        return String.join(", ", command.getSubcommands().keySet());
    }

    private static String missing(CommandLine command, List<ArgSpec> missing, String... args) {
        ArgSpec first = missing.get(0);
        if (first instanceof OptionSpec option && at(option, args) >= 0) {
            int next = at(option, args) + 1;
            return "found " + option.longestName()
                    + (next < args.length ? " followed by '" + args[next] + "'" : " without a value") + ", expected "
                    + usage(option);
        }
        int least = first.arity().min();
        if (!first.isOption() && least > 1) {
            return "found fewer than " + least + " of " + name(first) + ", expected at least as many";
        }
        return missing.stream().map(UsageWords::name).collect(Collectors.joining(", no ", "found no ", ", expected "))
                + required(command).map(UsageWords::usage).collect(Collectors.joining(" "));
    }

    private static Stream<ArgSpec> required(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        return Stream.concat(spec.positionalParameters().stream(), spec.options().stream())
                .filter(ArgSpec::required);
    }

    /** Where an option stands among the arguments, without a value; -1 if it does not. */
    private static int at(OptionSpec option, String... args) {
        List<String> names = Arrays.asList(option.names());
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            if (names.contains(args[i])) {
                return i;
            }
        }
        return -1;
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static String usage(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() + " " + option.paramLabel() : arg.paramLabel();
    }
}
