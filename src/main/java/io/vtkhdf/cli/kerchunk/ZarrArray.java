package io.vtkhdf.cli.kerchunk;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vtkhdf.chunk.Filter;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.StoredType;
import io.vtkhdf.hdf5.number.StoredNumbers;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteOrder;

/**
 * A dataset in the words of zarr's version 2, whose values are those of numpy's types and whose filters are numcodecs'.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html">Zarr, version 2</a>
 */
final class ZarrArray {

    private final StoredDataset dataset;
    private final StoredNumbers numbers;
    private final String type;
    private final ZarrChunks chunks;

    private ZarrArray(StoredDataset dataset, StoredNumbers numbers, String type, ZarrChunks chunks) {
        this.dataset = dataset;
        this.numbers = numbers;
        this.type = type;
        this.chunks = chunks;
    }

    /**
     * Looks at all chunks, so that printing them does not fail.
     *
     * @throws UnsupportedFileException if zarr has nothing that is the same
     * @throws io.vtkhdf.error.CorruptFileException if a chunk is not inside the file
     */
    static ZarrArray of(StoredDataset dataset) throws IOException {
        StoredNumbers numbers = dataset.numbers();
        String type = type(dataset, numbers.stored());
        return new ZarrArray(dataset, numbers, type, ZarrChunks.of(dataset));
    }

    private static String type(StoredDataset dataset, StoredType stored) throws UnsupportedFileException {
        if (stored instanceof StoredType.Booleans) {
            return "|b1";
        } else if (stored instanceof StoredType.Integers integers && integers.isPlain() && isPower(integers.size())) {
            return order(integers.size(), integers.order()) + (integers.signed() ? "i" : "u") + integers.size();
        } else if (stored instanceof StoredType.Floats floats
                && (floats.isHalf() || floats.isSingle() || floats.isDouble())) {
            return order(floats.size(), floats.order()) + "f" + floats.size();
        }
        throw unsupported(dataset, "elements of type " + stored.name(), "those that numpy has, of 1, 2, 4 or 8 bytes");
    }

    private static boolean isPower(int size) {
        return Integer.bitCount(size) == 1;
    }

    private static String order(int size, ByteOrder order) {
        return size == 1 ? "|" : order == ByteOrder.BIG_ENDIAN ? ">" : "<";
    }

    static UnsupportedFileException unsupported(StoredDataset dataset, String found, String expected) {
        return dataset.file().unsupported(dataset.path(), found, expected + ", for zarr");
    }

    ZarrChunks chunks() {
        return chunks;
    }

    /** The content of {@code .zarray}. */
    void print(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("zarr_format", 2);
        json.writeFieldName("shape");
        json.writeArray(dataset.shape(), 0, dataset.shape().length);
        json.writeFieldName("chunks");
        json.writeArray(chunks.shape(), 0, chunks.shape().length);
        json.writeStringField("dtype", type);
        json.writeFieldName("fill_value");
        fill(json);
        json.writeStringField("order", "C");
        json.writeStringField("dimension_separator", ".");
        filters(json);
        json.writeEndObject();
    }

    private void fill(JsonGenerator json) throws IOException {
        ScalarType scalar = numbers.type();
        Object value = numbers.values(dataset.fillValue());
        double number = scalar.doubleAt(value, 0);
        if (numbers.stored() instanceof StoredType.Booleans) {
            json.writeBoolean(number != 0);
        } else if (scalar.isFloating()) {
            json.writeNumber(number); // NaN and infinities as strings, as zarr has them.
        } else {
            json.writeNumber(new BigDecimal(scalar.textAt(value, 0)));
        }
    }

    /** As kerchunk has them: deflate too among the filters, where VirtualiZarr looks for it. */
    private void filters(JsonGenerator json) throws IOException {
        json.writeNullField("compressor");
        json.writeFieldName("filters");
        if (chunks.filters().isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        for (StoredFilter filter : chunks.filters()) {
            codec(json, filter);
        }
        json.writeEndArray();
    }

    private void codec(JsonGenerator json, StoredFilter filter) throws IOException {
        int[] parameters = filter.parameters();
        json.writeStartObject();
        switch (filter.id()) {
            case Filter.SHUFFLE -> {
                json.writeStringField("id", "shuffle");
                json.writeNumberField(
                        "elementsize",
                        parameters.length > 0 ? parameters[0] : dataset.type().size());
            }
            case Filter.DEFLATE -> {
                json.writeStringField("id", "zlib");
                json.writeNumberField("level", parameters.length > 0 ? parameters[0] : 1);
            }
            default -> json.writeStringField("id", "fletcher32");
        }
        json.writeEndObject();
    }
}
