package io.vtkhdf.cli.option;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a constant of an enum, in upper or lower case; where it lists them, in the lower case of the help. */
public record ChoiceOption<E>(Class<E> type) implements ITypeConverter<E> {

    public static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public E convert(String text) {
        int index = names(type).indexOf(text.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new TypeConversionException("found '" + text + "', expected " + String.join(", ", names(type)));
        }
        return type.getEnumConstants()[index];
    }
}
