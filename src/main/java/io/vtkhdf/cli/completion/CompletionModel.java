package io.vtkhdf.cli.completion;

import io.vtkhdf.cli.option.ChoiceOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a shell can complete of the command line. */
public record CompletionModel(String name, List<Option> options, List<Command> commands) {

    /** The label of a parameter that is the name of a command. */
    public static final String COMMAND = "COMMAND";

    /**
     * A command.
     *
     * @param values of its parameters
     */
    record Command(String name, String description, List<Option> options, Values values) {}

    /**
     * An option.
     *
     * @param names such as {@code -o} and {@code --output}
     * @param values none if it takes no value
     */
    record Option(List<String> names, String description, boolean takesValue, Values values) {}

    /**
     * What an argument may be.
     *
     * @param words the choices; empty if there is no such list
     * @param files whether it is the name of a file
     */
    record Values(List<String> words, boolean files) {}

    public static CompletionModel of(CommandSpec root) {
        List<Command> commands = root.subcommands().values().stream()
                .map(sub -> command(sub.getCommandSpec()))
                .toList();
        return new CompletionModel(root.name(), options(root), commands);
    }

    private static Command command(CommandSpec spec) {
        Values values = spec.positionalParameters().stream()
                .map(CompletionModel::values)
                .findFirst()
                .orElse(new Values(List.of(), false));
        return new Command(spec.name(), summary(spec.usageMessage().description()), options(spec), values);
    }

    private static List<Option> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .map(CompletionModel::option)
                .toList();
    }

    private static Option option(OptionSpec option) {
        return new Option(
                List.of(option.names()),
                summary(option.description()),
                option.arity().max() > 0,
                values(option));
    }

    private static Values values(ArgSpec argument) {
        List<Class<?>> types = List.of(argument.auxiliaryTypes());
        return new Values(words(argument), argument.type() == Path.class || types.contains(Path.class));
    }

    /** The commands, or what the help's label lists, or the converter, or the constants of an enum. */
    private static List<String> words(ArgSpec argument) {
        if (argument.paramLabel().equals(COMMAND)) {
            return List.copyOf(argument.command().root().subcommands().keySet());
        } else if (argument.paramLabel().contains("|")) {
            return List.of(argument.paramLabel().split("\\|"));
        } else if (argument.converters().length > 0 && argument.converters()[0] instanceof Iterable<?> known) {
            return StreamSupport.stream(known.spliterator(), false)
                    .map(Object::toString)
                    .toList();
        } else if (argument.type().isEnum()) {
            return ChoiceOption.names(argument.type());
        }
        return List.of();
    }

    /** The first sentence. */
    private static String summary(String[] texts) {
        return texts.length == 0 ? "" : texts[0].split("[.;] |\\.$", 2)[0].replace("%%", "%");
    }
}
