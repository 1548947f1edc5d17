package io.vtkhdf.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.compare.ArrayStatistics;
import io.vtkhdf.compare.ValueDistribution;
import io.vtkhdf.compat.Reading;
import io.vtkhdf.distribution.ValueHistogram;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.read.StoredLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Prints an {@link ImageInfo} as one JSON object. */
final class InfoJson {

    /** Of a field array. */
    private static final int MOST_VALUES = 64;

    private final JsonGenerator json;

    private InfoJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * @param file if it is one of several
     * @param readings empty if it is no VTKHDF file
     */
    static void print(JsonGenerator json, Optional<Path> file, ImageInfo info, List<Reading> readings)
            throws IOException {
        new InfoJson(json).image(file, info, readings);
    }

    private void image(Optional<Path> file, ImageInfo info, List<Reading> readings) throws IOException {
        ImageGeometry geometry = info.geometry();
        json.writeStartObject();
        if (file.isPresent()) {
            json.writeStringField("file", file.get().toString());
        }
        json.writeStringField("type", InfoText.TYPE);
        if (info.version().isPresent()) {
            json.writeStringField("version", info.version().get());
        }
        integers("extent", geometry.extent().toArray());
        dimensions("dimensions", geometry.dimensions());
        numbers("origin", geometry.origin().toArray());
        numbers("spacing", geometry.spacing().toArray());
        numbers("direction", geometry.direction().toArray());
        numbers("bounds", geometry.bounds().toArray());
        if (info.times().length > 0) {
            numbers("times", info.times());
        }
        json.writeNumberField("fileBytes", info.fileBytes());
        UnfinishedWords.print(json, info.unfinished());
        json.writeArrayFieldStart("arrays");
        for (ImageInfo.ArrayInfo array : info.arrays()) {
            array(array, info.fields());
        }
        json.writeEndArray();
        active(info.active());
        Json.strings(
                json,
                "leftOut",
                info.leftOut().stream().map(UnreadableArray::message).toList());
        Json.strings(json, "notes", info.notes());
        if (!readings.isEmpty()) {
            Json.readers(json, readings);
        }
        json.writeEndObject();
    }

    private void active(List<ActiveArray> roles) throws IOException {
        json.writeArrayFieldStart("active");
        for (ActiveArray role : roles) {
            json.writeStartObject();
            json.writeStringField("association", role.association().name().toLowerCase(Locale.ROOT));
            json.writeStringField("role", role.role().vtkName());
            json.writeStringField("array", role.arrayName());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void array(ImageInfo.ArrayInfo array, List<FieldArray> fields) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", array.name());
        json.writeStringField("association", array.association().name().toLowerCase(Locale.ROOT));
        json.writeStringField("type", array.type());
        json.writeNumberField("components", array.components());
        if (!array.componentNames().isEmpty()) {
            Json.strings(json, "componentNames", array.componentNames());
        }
        json.writeNumberField("tuples", array.tuples());
        if (array.slabs().isPresent()) {
            json.writeNumberField("slabs", array.slabs().get());
        }
        if (array.layout().isPresent()) {
            layout(array.layout().get());
        }
        if (array.statistics().isPresent()) {
            statistics(array.statistics().get());
        }
        if (array.association() == Association.FIELD) {
            for (FieldArray field : fields) {
                if (field.name().equals(array.name())) {
                    values(field);
                }
            }
        }
        json.writeEndObject();
    }

    private void layout(StoredLayout layout) throws IOException {
        if (layout.storedType().isPresent()) {
            json.writeStringField("storedType", layout.storedType().get());
        }
        json.writeStringField("storage", layout.form().toString());
        if (layout.chunk().isPresent()) {
            dimensions("chunk", layout.chunk().get());
        }
        Json.strings(
                json,
                "filters",
                layout.filters().stream().map(StoredLayout.Filter::name).toList());
        json.writeNumberField("storedBytes", layout.storedBytes());
        if (layout.parts() > 0) {
            json.writeNumberField("parts", layout.parts());
        }
    }

    private void statistics(ArrayStatistics statistics) throws IOException {
        json.writeFieldName("min");
        Json.number(json, statistics.min());
        json.writeFieldName("max");
        Json.number(json, statistics.max());
        json.writeFieldName("mean");
        number(statistics.mean());
        json.writeFieldName("standardDeviation");
        number(statistics.deviation());
        json.writeNumberField("nans", statistics.nans());
        json.writeNumberField("infinities", statistics.infinities());
        if (statistics.distribution().isPresent()) {
            distribution(statistics.distribution().get());
        }
        if (!statistics.components().isEmpty()) {
            json.writeArrayFieldStart("ofComponents");
            for (ArrayStatistics component : statistics.components()) {
                json.writeStartObject();
                statistics(component);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private void distribution(ValueDistribution distribution) throws IOException {
        json.writeObjectFieldStart("percentiles");
        for (int i = 0; i < distribution.percentiles().size(); i++) {
            json.writeFieldName(ValueDistribution.PERCENTS.get(i).toString());
            number(distribution.percentiles().get(i));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("histogram");
        ValueHistogram histogram = distribution.histogram();
        json.writeArrayFieldStart("counts");
        for (int i = 0; i < histogram.bins(); i++) {
            json.writeNumber(histogram.count(i));
        }
        json.writeEndArray();
        numbers(
                "edges",
                IntStream.rangeClosed(0, histogram.bins())
                        .mapToDouble(histogram::edge)
                        .toArray());
        json.writeEndObject();
    }

    /** The first ones; how many there are in all, tuples and components tell. */
    private void values(FieldArray field) throws IOException {
        int count = Math.min(field.tuples() * field.components(), MOST_VALUES);
        if (field.isStrings()) {
            Json.strings(json, "values", field.asStrings().values().subList(0, count));
            return;
        }
        ScalarType type = field.asNumbers().type();
        json.writeArrayFieldStart("values");
        for (int i = 0; i < count; i++) {
            if (type.isFloating()) {
                number(type.doubleAt(field.asNumbers().values(), i));
            } else {
                json.writeNumber(type.textAt(field.asNumbers().values(), i));
            }
        }
        json.writeEndArray();
    }

    private void dimensions(String name, Dimensions dimensions) throws IOException {
        integers(name, dimensions.x(), dimensions.y(), dimensions.z());
    }

    private void integers(String name, int... values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values, 0, values.length);
    }

    private void numbers(String name, double... values) throws IOException {
        json.writeArrayFieldStart(name);
        for (double value : values) {
            number(value);
        }
        json.writeEndArray();
    }

    private void number(double value) throws IOException {
        Json.number(json, value);
    }
}
