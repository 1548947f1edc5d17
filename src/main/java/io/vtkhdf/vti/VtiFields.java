package io.vtkhdf.vti;

import io.vtkhdf.FieldArray;
import io.vtkhdf.ScalarType;
import io.vtkhdf.UnsupportedFileException;
import io.vtkhdf.input.InputText;
import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads field arrays whole. */
final class VtiFields {

    /** Field arrays are held in memory. */
    private static final int MAX_BYTES = 1 << 26;

    private final VtiPayloads payloads;

    VtiFields(VtiPayloads payloads) {
        this.payloads = payloads;
    }

    /** @param unsupported is told why fields are left out */
    List<FieldArray> read(List<VtiArray> arrays, Consumer<String> unsupported) throws IOException {
        List<FieldArray> fields = new ArrayList<>();
        for (VtiArray array : arrays) {
            try {
                fields.add(read(array));
            } catch (UnsupportedFileException e) {
                unsupported.accept(e.getMessage());
            }
        }
        return List.copyOf(fields);
    }

    private FieldArray read(VtiArray array) throws IOException {
        long tuples = array.element().size("NumberOfTuples");
        return array.type().isPresent() ? numbers(array, array.type().get(), tuples) : strings(array, tuples);
    }

    private FieldArray numbers(VtiArray array, ScalarType type, long tuples) throws IOException {
        long tupleSize = (long) array.components() * type.size();
        if (tuples > MAX_BYTES / tupleSize) {
            throw array.element()
                    .unsupported(tuples + " tuples of " + tupleSize + " bytes", "field data of at most " + MAX_BYTES);
        }
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
        byte[] bytes = count == 0 ? new byte[0] : payloads.bytes(array, MAX_BYTES);
        List<String> strings = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                strings.add(InputText.decode(Arrays.copyOfRange(bytes, start, i)));
                start = i + 1;
            }
        }
        if (strings.size() != count || start != bytes.length) {
            throw array.place()
                    .corrupt(
                            strings.size() + " strings" + (start < bytes.length ? " and an unfinished one" : ""),
                            count + " strings, each ended by a 0");
        }
        return FieldArray.ofStrings(array.name(), strings);
    }
}
