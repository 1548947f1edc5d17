package io.vtkhdf.legacy;

import io.vtkhdf.image.Association;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputPlace;

/**
 * What the file says of an array in front of its values.
 *
 * @param typeName the type as the file names it
 */
record LegacyDeclaration(
        Association association, String name, LegacyType type, String typeName, int components, long tuples) {

    LegacyDeclaration(Association association, String name, LegacyType type, int components, long tuples) {
        this(association, name, type, type.toString(), components, tuples);
    }

    /** @throws ArithmeticException if they exceed a long */
    long values() {
        return Math.multiplyExact(tuples, (long) components);
    }

    InputPlace place(InputFile file) {
        return new InputPlace(file, association.groupName() + " '" + name + "'");
    }
}
