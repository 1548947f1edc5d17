package io.vtkhdf.cli;

import io.vtkhdf.image.ArraySpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lists arrays in messages. */
final class ArrayNames {

    private ArrayNames() {}

    static String list(List<ArraySpec> arrays) {
        if (arrays.isEmpty()) {
            return "none: there are no point or cell arrays";
        }
        return arrays.stream()
                .map(array ->
                        "'" + array.name() + "' (" + array.association().name().toLowerCase(Locale.ROOT) + ")")
                .collect(Collectors.joining(", "));
    }
}
