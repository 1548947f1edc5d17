package io.vtkhdf.legacy;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.input.FieldBudget;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads field arrays whole. */
final class LegacyFields {

    private final InputFile file;
    private final LegacyEncoding encoding;
    private final LegacyValues values;
    private final FieldBudget budget = new FieldBudget();

    LegacyFields(InputFile file, LegacyEncoding encoding, LegacyValues values) {
        this.file = file;
        this.encoding = encoding;
        this.values = values;
    }

    /** @param unreadable is told which are left out */
    List<FieldArray> read(List<LegacyArray> arrays, Consumer<UnreadableArray> unreadable) throws IOException {
        List<FieldArray> fields = new ArrayList<>();
        for (LegacyArray array : arrays) {
            try {
                fields.add(array.type().isString() ? strings(array) : numbers(array));
            } catch (FileContentException e) {
                unreadable.accept(new UnreadableArray(array.association(), array.name(), e));
            }
        }
        return List.copyOf(fields);
    }

    private FieldArray numbers(LegacyArray array) throws IOException {
        ScalarType type = array.type().offered().orElseThrow();
        long count = array.declaration().values();
        budget.takeNumbers(array.place(file), count, type.size());
        Object numbers = count == 0 ? type.newArray(0) : read(array, type, (int) count);
        return FieldArray.ofNumbers(array.name(), type, array.declaration().components(), numbers)
                .withComponentNames(array.metadata().componentNames());
    }

    private Object read(LegacyArray array, ScalarType type, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count * type.size());
        try (InputValues numbers = values.open(array)) {
            numbers.read(bytes);
        }
        return type.toArray(bytes.flip());
    }

    private FieldArray strings(LegacyArray array) throws IOException {
        if (array.declaration().components() != 1) {
            throw file.unsupported(
                    array.place(file).array(), array.declaration().components() + " components of strings", "1");
        }
        budget.takeStrings(
                array.place(file), array.declaration().values(), array.range().length());
        return FieldArray.ofStrings(array.name(), LegacyStrings.read(array.place(file), encoding, array.range()))
                .withComponentNames(array.metadata().componentNames());
    }
}
