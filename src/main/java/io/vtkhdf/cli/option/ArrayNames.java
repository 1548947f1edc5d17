package io.vtkhdf.cli.option;

import io.vtkhdf.image.ArraySpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lists arrays in messages. */
public final class ArrayNames {

    private ArrayNames() {}

    public static String list(List<ArraySpec> arrays) {
        if (arrays.isEmpty()) {
            return "none: there are no point or cell arrays";
        }
        return arrays.stream()
                .map(array ->
                        "'" + array.name() + "' (" + array.association().name().toLowerCase(Locale.ROOT) + ")")
                .collect(Collectors.joining(", "));
    }
}
