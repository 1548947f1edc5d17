package io.vtkhdf.legacy;

import io.vtkhdf.FieldArray;
import io.vtkhdf.ScalarType;
import io.vtkhdf.UnsupportedFileException;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads field arrays whole. */
final class LegacyFields {

    /** Field arrays are held in memory. */
    private static final int MAX_BYTES = 1 << 26;

    private final InputFile file;
    private final LegacyEncoding encoding;

    LegacyFields(InputFile file, LegacyEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /** @param unsupported is told why fields are left out */
    List<FieldArray> read(List<LegacyArray> arrays, Consumer<String> unsupported) throws IOException {
        List<FieldArray> fields = new ArrayList<>();
        for (LegacyArray array : arrays) {
            try {
                fields.add(array.type().isString() ? strings(array) : numbers(array));
            } catch (UnsupportedFileException e) {
                unsupported.accept(e.getMessage());
            }
        }
        return List.copyOf(fields);
    }

    private FieldArray numbers(LegacyArray array) throws IOException {
        ScalarType type = array.type().offered().orElseThrow();
        long values = array.declaration().values();
        requireAtMost(MAX_BYTES / type.size(), values, array);
        ByteBuffer bytes = ByteBuffer.allocate((int) values * type.size());
        try (InputValues numbers = new LegacyValues(file, encoding).open(array)) {
            numbers.read(bytes);
        }
        return FieldArray.ofNumbers(array.name(), type, array.declaration().components(), type.toArray(bytes.flip()))
                .withComponentNames(array.componentNames());
    }

    private FieldArray strings(LegacyArray array) throws IOException {
        if (array.declaration().components() != 1) {
            throw file.unsupported(
                    array.place(file).array(), array.declaration().components() + " components of strings", "1");
        }
        requireAtMost(MAX_BYTES, array.range().length(), array);
        return FieldArray.ofStrings(array.name(), LegacyStrings.read(array.place(file), encoding, array.range()))
                .withComponentNames(array.componentNames());
    }

    private void requireAtMost(long max, long found, LegacyArray array) throws IOException {
        if (found > max) {
            String unit = array.type().isString() ? " bytes" : " values";
            throw file.unsupported(array.place(file).array(), found + unit, "at most " + max + " of field data");
        }
    }
}
