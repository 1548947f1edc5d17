package io.vtkhdf.validate;

import io.vtkhdf.compat.rules.StoredText;
import io.vtkhdf.hdf5.StoredType;
import io.vtkhdf.hdf5.read.StoredAttribute;
import java.io.IOException;
import java.util.Optional;

/** How the rules see a string attribute. */
final class SurveyedText {

    private SurveyedText() {}

    /** Empty if it is something else than one string. */
    static Optional<StoredText> of(StoredAttribute attribute) throws IOException {
        if (!(attribute.type() instanceof StoredType.Text type)) {
            return Optional.empty();
        }
        return attribute
                .paddedString()
                .map(text -> new StoredText(text, charset(type.charset()), length(type.length()), type.size()));
    }

    private static StoredText.Charset charset(StoredType.Charset charset) {
        return charset == StoredType.Charset.ASCII ? StoredText.Charset.ASCII : StoredText.Charset.UTF_8;
    }

    private static StoredText.Length length(StoredType.Length length) {
        return length == StoredType.Length.FIXED ? StoredText.Length.FIXED : StoredText.Length.VARIABLE;
    }
}
