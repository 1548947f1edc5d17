package io.vtkhdf.cli.option;

import io.vtkhdf.copy.KnownArrays;
import io.vtkhdf.image.ArraySpec;
import java.util.List;

/** Lists arrays in messages. */
public final class ArrayNames {

    private ArrayNames() {}

    public static String list(List<ArraySpec> arrays) {
        return KnownArrays.list(arrays);
    }
}
