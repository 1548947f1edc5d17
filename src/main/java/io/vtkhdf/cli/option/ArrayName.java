package io.vtkhdf.cli.option;

import io.vtkhdf.copy.KnownArrays;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;

/**
 * How an option names arrays: {@code NAME}, or {@code point:NAME} or {@code cell:NAME} where both have that name; a
 * field array is {@code field:NAME}.
 */
public record ArrayName(String text) {

    public boolean isOf(ArraySpec array) {
        return isOf(array.association(), array.name());
    }

    public boolean isOf(Association association, String name) {
        return KnownArrays.isNamed(text, association, name);
    }
}
