package io.vtkhdf.legacy;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;

/**
 * An array: what it holds and where its values stand.
 *
 * @param range the values, from the first one's first byte to the last one's last
 */
record LegacyArray(LegacyDeclaration declaration, InputRange range, LegacyMetadata metadata) {

    Association association() {
        return declaration.association();
    }

    String name() {
        return declaration.name();
    }

    LegacyType type() {
        return declaration.type();
    }

    InputPlace place(InputFile file) {
        return declaration.place(file);
    }

    /** What a point or cell array of numbers is offered as. */
    ArraySpec spec() {
        return new ArraySpec(
                association(),
                name(),
                type().offered().orElseThrow(),
                declaration.components(),
                metadata.componentNames());
    }
}
