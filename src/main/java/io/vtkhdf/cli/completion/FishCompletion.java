package io.vtkhdf.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a completion script for fish: one {@code complete} for each command and option.
 *
 * @see <a href="https://fishshell.com/docs/current/cmds/complete.html">fish: complete</a>
 */
public final class FishCompletion {

    private static final String AT_FIRST = "-n __fish_use_subcommand";

    private final CompletionModel model;
    private final List<String> lines = new ArrayList<>();

    public FishCompletion(CompletionModel model) {
        this.model = model;
    }

    public String script() {
        lines.add("# Completes " + model.name() + " in fish: " + model.name() + " completion fish | source");
        complete("-f");
        for (CompletionModel.Command command : model.commands()) {
            complete(AT_FIRST + " -a " + command.name() + description(command.description()));
        }
        model.options().forEach(option -> option(AT_FIRST, option));
        for (CompletionModel.Command command : model.commands()) {
            String condition = "-n '__fish_seen_subcommand_from " + command.name() + "'";
            command.options().forEach(option -> option(condition, option));
            complete(condition + values(command.values()));
        }
        return String.join("\n", lines) + "\n";
    }

    private void complete(String what) {
        lines.add("complete -c " + model.name() + " " + what);
    }

    private void option(String condition, CompletionModel.Option option) {
        String names = option.names().stream()
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
        String value = option.takesValue() ? " -r" + values(option.values()) : "";
        complete(condition + names + value + description(option.description()));
    }

    private static String values(CompletionModel.Values values) {
        if (values.words().isEmpty()) {
            return values.files() ? " -F" : " -f";
        }
        return " -f -a " + quoted(String.join(" ", values.words()));
    }

    private static String description(String text) {
        return " -d " + quoted(text);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
