package io.vtkhdf.legacy;

import io.vtkhdf.image.ScalarType;
import io.vtkhdf.input.BinaryValues;
import io.vtkhdf.input.BitBytes;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputText;
import io.vtkhdf.input.InputValues;
import io.vtkhdf.input.RawBytes;
import io.vtkhdf.input.TextValues;
import io.vtkhdf.runtime.Workers;
import java.nio.ByteOrder;
import java.util.List;

/** Opens the numbers of arrays. */
final class LegacyValues {

    private final InputFile file;
    private final LegacyEncoding encoding;
    private final Workers workers;

    /** @param workers who parse text */
    LegacyValues(InputFile file, LegacyEncoding encoding, Workers workers) {
        this.file = file;
        this.encoding = encoding;
        this.workers = workers;
    }

    /** Opens the numbers of an array at the first, in the type that they are offered in. */
    InputValues open(LegacyArray array) {
        return encoding == LegacyEncoding.ASCII ? text(array) : binary(array);
    }

    private InputValues text(LegacyArray array) {
        return switch (array.type()) {
            case BIT -> LegacyConverted.truths(text(array, ScalarType.INT64));
            case COLOR -> LegacyConverted.colours(text(array, ScalarType.FLOAT32));
            default -> text(array, array.type().offered().orElseThrow());
        };
    }

    private InputValues text(LegacyArray array, ScalarType type) {
        InputText text = new InputText(array.place(file), List.of(array.range()));
        return TextValues.of(text, type, array.declaration().values(), workers);
    }

    private InputValues binary(LegacyArray array) {
        RawBytes bytes = new RawBytes(array.place(file), array.range().start());
        return switch (array.type()) {
            case BIT -> new BitBytes(bytes, array.declaration().values());
            case ID -> LegacyConverted.widened(new BinaryValues(bytes, ByteOrder.BIG_ENDIAN, Integer.BYTES));
            default ->
                new BinaryValues(
                        bytes,
                        ByteOrder.BIG_ENDIAN,
                        array.type().offered().orElseThrow().size());
        };
    }
}
