package io.vtkhdf.hostile;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.FieldArray;
import java.util.Arrays;

/** What was read from a file as one number, and the first refusal of a part of it. */
final class Digest {

    private long value;
    private FileContentException refusal;

    void add(Object... parts) {
        for (Object part : parts) {
            value = 31 * value + part.toString().hashCode();
        }
    }

    void add(FieldArray field) {
        add(field.name(), field.components(), field.componentNames());
        if (field.isStrings()) {
            add(field.asStrings().values());
        } else {
            addValues(field.asNumbers().values());
        }
    }

    /** @param values a primitive array */
    void addValues(Object values) {
        value = 31 * value + Arrays.deepHashCode(new Object[] {values});
    }

    void refused(FileContentException why) {
        refusal = refusal == null ? why : refusal;
    }

    void throwRefused() throws FileContentException {
        if (refusal != null) {
            throw refusal;
        }
    }

    long value() {
        return value;
    }
}
