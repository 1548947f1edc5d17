package io.vtkhdf.vti;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.input.FieldBudget;
import io.vtkhdf.input.InputText;
import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads field arrays whole. */
final class VtiFields {

    private final VtiPayloads payloads;
    private final FieldBudget budget;

    VtiFields(VtiPayloads payloads, FieldBudget budget) {
        this.payloads = payloads;
        this.budget = budget;
    }

    VtiFieldSet read(VtiIndex index) throws IOException {
        VtiFieldSet fields = new VtiFieldSet();
        index.leftOut().fields().forEach(fields::add);
        for (VtiArray array : index.fields()) {
            try {
                fields.add(read(array));
            } catch (FileContentException e) {
                VtiEnd.requireThere(array.place().file(), e);
                fields.add(new UnreadableArray(Association.FIELD, array.name(), e));
            }
        }
        return fields;
    }

    private FieldArray read(VtiArray array) throws IOException {
        long tuples = array.element().size("NumberOfTuples");
        return array.type().isPresent() ? numbers(array, array.type().get(), tuples) : strings(array, tuples);
    }

    private FieldArray numbers(VtiArray array, ScalarType type, long tuples) throws IOException {
        long tupleSize = (long) array.components() * type.size();
        budget.takeNumbers(array.place(), tuples, tupleSize);
        int count = Math.toIntExact(tuples * array.components());
        Object values = count == 0 ? type.newArray(0) : values(array, type, count);
        return FieldArray.ofNumbers(array.name(), type, array.components(), values)
                .withComponentNames(array.componentNames());
    }

    private Object values(VtiArray array, ScalarType type, int count) throws IOException {
        // Nothing is allocated before the sizes in the file agree.
        try (InputValues stream = payloads.values(array, count)) {
            ByteBuffer bytes = ByteBuffer.allocate(count * type.size());
            stream.read(bytes);
            return type.toArray(bytes.flip());
        }
    }

    private FieldArray strings(VtiArray array, long count) throws IOException {
        if (array.components() != 1) {
            throw array.element().unsupported(array.components() + " components of type String", "1");
        }
        byte[] bytes = count == 0 ? new byte[0] : payloads.bytes(array, FieldBudget.MAX_BYTES);
        budget.takeStrings(array.place(), count, bytes.length);
        requireStrings(array, bytes, count);
        List<String> strings = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                strings.add(InputText.decode(Arrays.copyOfRange(bytes, start, i)));
                start = i + 1;
            }
        }
        return FieldArray.ofStrings(array.name(), strings);
    }

    private static void requireStrings(VtiArray array, byte[] bytes, long count) throws IOException {
        int ends = 0;
        for (byte b : bytes) {
            ends += b == 0 ? 1 : 0;
        }
        boolean isEnded = bytes.length == 0 || bytes[bytes.length - 1] == 0;
        if (ends != count || !isEnded) {
            throw array.place()
                    .corrupt(
                            ends + " strings" + (isEnded ? "" : " and an unfinished one"),
                            count + " strings, each ended by a 0");
        }
    }
}
