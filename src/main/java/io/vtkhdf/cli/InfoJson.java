package io.vtkhdf.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vtkhdf.Dimensions;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.StoredLayout;
import io.vtkhdf.convert.ArrayStatistics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints an {@link ImageInfo} as one JSON object. */
final class InfoJson {

    private final JsonGenerator json;

    private InfoJson(JsonGenerator json) {
        this.json = json;
    }

    static void print(ImageInfo info, PrintWriter out) throws IOException {
        Json.print(out, json -> new InfoJson(json).image(info));
    }

    private void image(ImageInfo info) throws IOException {
        ImageGeometry geometry = info.geometry();
        json.writeStartObject();
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
        json.writeArrayFieldStart("arrays");
        for (ImageInfo.ArrayInfo array : info.arrays()) {
            array(array);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void array(ImageInfo.ArrayInfo array) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", array.name());
        json.writeStringField("association", array.association().name().toLowerCase(Locale.ROOT));
        json.writeStringField("type", array.type());
        json.writeNumberField("components", array.components());
        json.writeNumberField("tuples", array.tuples());
        if (array.layout().isPresent()) {
            layout(array.layout().get());
        }
        if (array.statistics().isPresent()) {
            statistics(array.statistics().get());
        }
        json.writeEndObject();
    }

    private void layout(StoredLayout layout) throws IOException {
        json.writeStringField("storage", layout.storage());
        if (layout.chunk().isPresent()) {
            dimensions("chunk", layout.chunk().get());
        }
        json.writeArrayFieldStart("filters");
        for (String filter : layout.filters()) {
            json.writeString(filter);
        }
        json.writeEndArray();
        json.writeNumberField("storedBytes", layout.storedBytes());
    }

    private void statistics(ArrayStatistics statistics) throws IOException {
        json.writeFieldName("min");
        number(statistics.min());
        json.writeFieldName("max");
        number(statistics.max());
        json.writeFieldName("mean");
        number(statistics.mean());
        json.writeNumberField("nans", statistics.nans());
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
