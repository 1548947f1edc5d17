package io.vtkhdf.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An option or a parameter of a command, and what was given for it. Declared without annotations: to read these, Java
 * makes classes at each start, which takes as long as a small command.
 */
public final class Arg<T> implements Args {

    private final ArgSpec spec;

    private Arg(ArgSpec spec) {
        this.spec = spec;
    }

    /** An enum is parsed by {@link ChoiceOption}, unless it is declared otherwise. */
    public static <T> Arg<T> of(Class<T> type, OptionSpec.Builder option) {
        boolean isChoice = type.isEnum() && option.converters() == null;
        return new Arg<>((isChoice ? option.converters(new ChoiceOption<>(type)) : option)
                .type(type)
                .build());
    }

    public static <T> Arg<T> of(Class<T> type, PositionalParamSpec.Builder parameter) {
        boolean isChoice = type.isEnum() && parameter.converters() == null;
        return new Arg<>((isChoice ? parameter.converters(new ChoiceOption<>(type)) : parameter)
                .type(type)
                .build());
    }

    /** One that may be repeated. */
    public static <T> Arg<List<T>> listOf(Class<T> type, OptionSpec.Builder option) {
        return new Arg<>(option.type(ArrayList.class).auxiliaryTypes(type).build());
    }

    public static <T> Arg<List<T>> listOf(Class<T> type, PositionalParamSpec.Builder parameter) {
        return new Arg<>(parameter.type(ArrayList.class).auxiliaryTypes(type).build());
    }

    /** An option without a value. */
    public static Arg<Boolean> flag(String name, String description) {
        return of(Boolean.class, OptionSpec.builder(name).description(description));
    }

    public static PositionalParamSpec.Builder parameter(int index, String label) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .paramLabel(label)
                .required(true);
    }

    void addTo(CommandSpec command) {
        command.add(spec);
    }

    /** Of an option, its longest one; of a parameter, its label. */
    public String name() {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    /** What was given, or the default; null if neither is there. */
    public T get() {
        return spec.getValue();
    }

    /** Whether there is a value; of an option that takes none, whether it is on. */
    public boolean isGiven() {
        return get() != null && !Boolean.FALSE.equals(get());
    }

    @Override
    public List<Arg<?>> args() {
        return List.of(this);
    }
}
