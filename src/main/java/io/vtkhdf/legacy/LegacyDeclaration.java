package io.vtkhdf.legacy;

import io.vtkhdf.Association;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputPlace;

/** What the file says of an array in front of its values. */
record LegacyDeclaration(Association association, String name, LegacyType type, int components, long tuples) {

    /** @throws ArithmeticException if they exceed a long */
    long values() {
        return Math.multiplyExact(tuples, (long) components);
    }

    InputPlace place(InputFile file) {
        return new InputPlace(file, association.groupName() + " '" + name + "'");
    }
}
