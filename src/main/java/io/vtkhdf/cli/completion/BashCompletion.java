package io.vtkhdf.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a completion script for bash. File names are left to bash itself, which quotes them as they need it; picocli's
 * generator hands them to {@code compgen -W}, which runs what a file's name holds between {@code $(} and {@code )}.
 *
 * @see <a href="https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html">Bash: Programmable
 *     Completion</a>
 */
public final class BashCompletion {

    private final CompletionModel model;

    public BashCompletion(CompletionModel model) {
        this.model = model;
    }

    public String script() {
        return """
                # Completes %1$s in bash: source <(%1$s completion bash)
                _%1$s() {
                    local words= current=$2 previous=$3
                    [[ $current != = ]] || current=
                    [[ $previous != = ]] || previous=${COMP_WORDS[COMP_CWORD - 2]}
                    if ((COMP_CWORD == 1)); then
                        words='%2$s'
                    else
                        case "${COMP_WORDS[1]} $previous" in
                %3$s        *)
                            case "$current:${COMP_WORDS[1]}" in
                %4$s            esac
                            ;;
                        esac
                    fi
                    COMPREPLY=($(compgen -W "$words" -- "$current"))
                }
                complete -o default -o bashdefault -F _%1$s %1$s
                """.formatted(model.name(), atFirst(), afterOptions(), elsewhere());
    }

    private String atFirst() {
        return model.commands().stream().map(CompletionModel.Command::name).collect(Collectors.joining(" ")) + " "
                + names(model.options());
    }

    private static String names(List<CompletionModel.Option> options) {
        return options.stream().flatMap(option -> option.names().stream()).collect(Collectors.joining(" "));
    }

    private String afterOptions() {
        StringBuilder cases = new StringBuilder();
        for (CompletionModel.Command command : model.commands()) {
            for (CompletionModel.Option option : command.options()) {
                if (option.takesValue()) {
                    String pattern = option.names().stream()
                            .map(name -> "'" + command.name() + " " + name + "'")
                            .collect(Collectors.joining(" | "));
                    cases.append("        ")
                            .append(pattern)
                            .append(") ")
                            .append(values(option.values()))
                            .append(" ;;\n");
                }
            }
        }
        return cases.toString();
    }

    private static String values(CompletionModel.Values values) {
        if (values.words().isEmpty()) {
            // Without words bash would offer files.
            return values.files() ? ":" : "compopt +o default +o bashdefault 2>/dev/null";
        }
        return "words='" + String.join(" ", values.words()) + "'";
    }

    private String elsewhere() {
        StringBuilder cases = new StringBuilder();
        for (CompletionModel.Command command : model.commands()) {
            cases.append("            -*:" + command.name() + ") words='" + names(command.options()) + "' ;;\n");
            if (!command.values().words().isEmpty()) {
                cases.append("            *:" + command.name() + ") " + values(command.values()) + " ;;\n");
            }
        }
        return cases.toString();
    }
}
