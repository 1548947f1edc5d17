package io.vtkhdf.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a completion script for zsh.
 *
 * @see <a href="https://zsh.sourceforge.io/Doc/Release/Completion-System.html#Completion-Functions">zsh: _arguments</a>
 */
public final class ZshCompletion {

    private final CompletionModel model;

    public ZshCompletion(CompletionModel model) {
        this.model = model;
    }

    public String script() {
        return """
                #compdef %1$s
                # Completes %1$s in zsh: source <(%1$s completion zsh) after compinit, or a file _%1$s on the fpath.
                _%1$s() {
                    if ((CURRENT == 2)); then
                        local -a commands
                        commands=(
                %2$s        )
                        _describe command commands
                        _arguments %3$s
                        return
                    fi
                    shift words
                    ((CURRENT--))
                    case $words[1] in
                %4$s    esac
                }
                if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
                    _%1$s "$@"
                else
                    compdef _%1$s %1$s
                fi
                """.formatted(model.name(), commands(), options(model.options()), cases());
    }

    private String commands() {
        return model.commands().stream()
                .map(command -> "            " + quoted(command.name() + ":" + command.description()) + "\n")
                .collect(Collectors.joining());
    }

    private String cases() {
        return model.commands().stream()
                .map(command -> "        " + command.name() + ") _arguments " + options(command.options()) + " "
                        + quoted("*:" + action(command.values())) + " ;;\n")
                .collect(Collectors.joining());
    }

    private static String options(List<CompletionModel.Option> options) {
        return options.stream()
                .flatMap(option -> option.names().stream().map(name -> option(option, name)))
                .collect(Collectors.joining(" "));
    }

    private static String option(CompletionModel.Option option, String name) {
        String value = option.takesValue() ? ":" + action(option.values()) : "";
        // The star: an option may be repeated.
        return quoted("*" + name + "[" + option.description().replaceAll("[\\[\\]\\\\]", "\\\\$0") + "]" + value);
    }

    private static String action(CompletionModel.Values values) {
        if (!values.words().isEmpty()) {
            return "value:(" + String.join(" ", values.words()) + ")";
        }
        return values.files() ? "file:_files" : "value: ";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
